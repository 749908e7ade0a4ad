package io.github.reelay.contracttests.pact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a verification has shown, in words: printed at its end and kept in a file. */
final class VerificationReport {
  private static final Path FOLDER = Path.of("target", "pact-verification");
  private final List<String> lines = new ArrayList<>();

  VerificationReport(String title) {
    lines.add(title);
  }

  void line(String text) {
    lines.add("  " + text);
  }

  String text() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  /** Prints the report, and writes it to that file below {@code target/pact-verification}. */
  void publish(String file) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(file), text());
    System.out.print(text());
  }
}
