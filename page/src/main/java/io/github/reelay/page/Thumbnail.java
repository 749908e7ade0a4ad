package io.github.reelay.page;

/**
 * A still image of a video.
 *
 * @param type what kind of image it is
 * @param bytes the whole image
 */
record Thumbnail(ImageType type, byte[] bytes) {}
