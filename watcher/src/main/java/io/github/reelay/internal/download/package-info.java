/**
 * How a download ends without a video: an {@link io.github.reelay.internal.download.AbortReason}
 * and a sentence, thrown where that is detected. The sentence does not name the task; {@code
 * io.github.reelay.download} adds the task and makes the public failure. Requests are made in
 * {@code http}, the file is written in {@code file}, and {@code format} recognises videos. None of
 * them uses {@code io.github.reelay.download}.
 */
@NullMarked
package io.github.reelay.internal.download;

import org.jspecify.annotations.NullMarked;
