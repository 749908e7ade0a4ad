package io.github.reelay.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The document next to this class, as it is and with a change. */
final class Relay {
  private static final String TEXT = text();

  private Relay() {}

  private static String text() {
    try (InputStream in = Relay.class.getResourceAsStream("relay.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static ProviderDocument read() {
    return read(TEXT);
  }

  /** The document with the first of those texts replaced. */
  static ProviderDocument changed(String from, String to) {
    int at = TEXT.indexOf(from);
    if (at < 0) {
      throw new IllegalArgumentException("expected a document with " + from);
    }
    return read(TEXT.substring(0, at) + to + TEXT.substring(at + from.length()));
  }

  private static ProviderDocument read(String yaml) {
    return ProviderDocument.read("relay.yaml", DocumentYaml.read("relay.yaml", yaml));
  }
}
