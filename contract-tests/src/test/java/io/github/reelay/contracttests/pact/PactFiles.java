package io.github.reelay.contracttests.pact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The committed pact files, and those that the consumer tests have just written. */
final class PactFiles {
  static final Path COMMITTED = Path.of("pacts");
  static final Path WRITTEN = Path.of(System.getProperty("pact.rootDir", "target/pacts"));

  private PactFiles() {}

  static String nameFor(String provider) {
    return ProviderPact.CONSUMER + "-" + provider + ".json";
  }

  static Path committed(String provider) {
    return COMMITTED.resolve(nameFor(provider));
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * Compares byte by byte.
   *
   * @throws AssertionError if the files differ or one is missing
   */
  static void requireEqual(Path written, Path committed) throws IOException {
    requireFile(written, "the consumer tests to write");
    requireFile(committed, "the committed pact");
    long at = Files.mismatch(written, committed);
    if (at >= 0) {
      throw new AssertionError(
          "expected "
              + written
              + " to equal the committed "
              + committed
              + ", found a difference in line "
              + lineOf(at, Files.readAllBytes(written))
              + "; look at it with 'git diff --no-index' and take it over with"
              + " -Dpact.rewrite=true");
    }
  }

  /**
   * Takes over what was written.
   *
   * @throws AssertionError if that changed the committed file
   */
  static void rewrite(Path written, Path committed) throws IOException {
    requireFile(written, "the consumer tests to write");
    if (Files.exists(committed) && Files.mismatch(written, committed) < 0) {
      return;
    }
    Files.createDirectories(committed.toAbsolutePath().getParent());
    Files.copy(written, committed, StandardCopyOption.REPLACE_EXISTING);
    throw new AssertionError(
        committed + " was rewritten; look at the difference and run again without the option");
  }

  private static void requireFile(Path file, String what) {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError(
          "expected " + what + " " + file + ", found no such file; run with -Dpact.rewrite=true");
    }
  }

  private static long lineOf(long position, byte[] text) {
    int end = (int) Math.min(position, text.length);
    return new String(text, 0, end, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count()
        + 1;
  }
}
