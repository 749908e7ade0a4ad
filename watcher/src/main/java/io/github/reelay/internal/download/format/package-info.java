/**
 * What the bytes of a video look like: its format by the first of them, and by its structure (boxes
 * of MP4 and QuickTime, elements of WebM and Matroska) whether it ends where it should. Reads bytes
 * and nothing else: files are opened in {@code io.github.reelay.internal.download.file}, responses
 * in {@code io.github.reelay.internal.download.http}.
 */
@NullMarked
package io.github.reelay.internal.download.format;

import org.jspecify.annotations.NullMarked;
