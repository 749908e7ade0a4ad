package io.github.reelay.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, read once from the class path. */
final class PageFiles {
  private final Map<String, PageFile> files = new HashMap<>();

  /**
   * One file.
   *
   * @param mediaType for {@code Content-Type}, such as {@code text/css}
   * @param bytes the whole file
   */
  record PageFile(String mediaType, byte[] bytes) {}

  PageFiles() {
    add("/", "index.html", "text/html; charset=utf-8");
    add("/page.css", "page.css", "text/css; charset=utf-8");
    add("/page.js", "page.js", "text/javascript; charset=utf-8");
    add("/icon.svg", "icon.svg", "image/svg+xml");
  }

  /** The file at that path; null if there is none. */
  @Nullable PageFile get(String path) {
    return files.get(path);
  }

  private void add(String path, String name, String mediaType) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected "
                + name
                + " next to the classes of the page, found none; build the jar again");
      }
      files.put(path, new PageFile(mediaType, in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("expected to read " + name, unreadable);
    }
  }
}
