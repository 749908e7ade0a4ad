/**
 * How a download ends without a video: an {@link io.github.reelay.internal.download.AbortReason}
 * and a sentence, thrown wherever that is found out. The sentence does not name the task; {@code
 * io.github.reelay.download} adds it, once, and makes the public failure. Requests are made in
 * {@code http}, the file is written in {@code file}, and {@code format} tells what a video is. None
 * of them uses {@code io.github.reelay.download}.
 */
@NullMarked
package io.github.reelay.internal.download;

import org.jspecify.annotations.NullMarked;
