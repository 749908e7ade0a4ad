/**
 * Files of a download: the partial file, its lock and what is known of it, the SHA-256, the move to
 * the final name, and what a failing disk means. Bytes come from {@code io.github.reelay.download};
 * nothing here knows HTTP or a task. What the bytes of a video look like is told in {@code
 * io.github.reelay.internal.download.format}.
 */
@NullMarked
package io.github.reelay.internal.download.file;

import org.jspecify.annotations.NullMarked;
