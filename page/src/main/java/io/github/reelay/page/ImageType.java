package io.github.reelay.page;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The still images that the page shows, by how their bytes begin; whatever a header says. */
enum ImageType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  AVIF("image/avif");

  private final String mediaType;

  ImageType(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /** The type of an image; null for anything else, such as SVG, which can hold a program. */
  static @Nullable ImageType of(byte[] bytes) {
    if (bytes.length < 16) {
      return null;
    }
    String start = new String(bytes, 0, 16, StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return GIF;
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    }
    return start.startsWith("ftypavif", 4) ? AVIF : null;
  }
}
