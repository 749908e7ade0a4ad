/**
 * Recognises videos: the format by the first bytes, and by the structure (boxes of MP4 and
 * QuickTime, elements of WebM and Matroska) whether the file is complete. It reads bytes only:
 * files are opened in {@code io.github.reelay.internal.download.file}, responses in {@code
 * io.github.reelay.internal.download.http}.
 */
@NullMarked
package io.github.reelay.internal.download.format;

import org.jspecify.annotations.NullMarked;
