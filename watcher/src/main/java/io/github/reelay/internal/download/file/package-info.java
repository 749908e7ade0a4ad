/**
 * Files of a download: the partial file, its lock and what is known of it, the SHA-256, the move to
 * the final name, and what a failing disk means. The bytes come from {@code
 * io.github.reelay.download}; HTTP and tasks have no part in this. The structure of a video is in
 * {@code io.github.reelay.internal.download.format}.
 */
@NullMarked
package io.github.reelay.internal.download.file;

import org.jspecify.annotations.NullMarked;
