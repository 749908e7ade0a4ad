package io.github.reelay.internal.download.file;

import java.nio.file.Path;

/**
 * A complete video on the disk.
 *
 * @param file where it is, written as the caller wrote the target
 * @param bytes its size
 * @param sha256 its SHA-256 in lower-case hexadecimal digits
 * @param before whether it was there already
 */
public record SavedVideo(Path file, long bytes, String sha256, boolean before) {}
