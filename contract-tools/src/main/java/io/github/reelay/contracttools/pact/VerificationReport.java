package io.github.reelay.contracttools.pact;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a verification has shown, in words: printed at its end and kept in a file. */
public final class VerificationReport {
  private static final Path FOLDER = Path.of("target", "pact-verification");
  private final List<String> lines = new ArrayList<>();

  /** A report with that title and no lines. */
  public VerificationReport(String title) {
    lines.add(title);
  }

  /** Adds one line, indented below the title. */
  public void line(String text) {
    lines.add("  " + text);
  }

  String text() {
    return String.join(System.lineSeparator(), lines) + System.lineSeparator();
  }

  /** Prints the report, and writes it to that file below {@code target/pact-verification}. */
  public void publish(String file, PrintStream out) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(file), text());
    out.print(text());
  }
}
