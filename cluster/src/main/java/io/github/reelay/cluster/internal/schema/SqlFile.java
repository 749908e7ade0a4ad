package io.github.reelay.cluster.internal.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file of SQL statements in this jar, each of which ends with a semicolon at a line's end. */
final class SqlFile {
  private SqlFile() {}

  /** The statements of a file, without comments. */
  static List<String> statements(String resource) {
    String text =
        read(resource)
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Stream.of(text.split(";\\s*(\n|$)"))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static String read(String resource) {
    try (InputStream file = SqlFile.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException(
            "expected " + resource + " in the jar, found none; build the jar again");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
