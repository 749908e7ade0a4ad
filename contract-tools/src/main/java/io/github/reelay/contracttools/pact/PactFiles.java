package io.github.reelay.contracttools.pact;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The committed pact files, and those that the consumer tests have just written. A pact is
 * published and holds what a provider can produce: the named examples. A tolerance file has the
 * same form, is never published, and holds documented examples after changes, which no provider
 * produces on demand.
 */
public final class PactFiles {
  /** The consumer of all pacts. */
  public static final String CONSUMER = "reelay-normalizer";

  public static final Path COMMITTED = Root.path("contract-tests/pacts");

  /** The files that are not published. */
  public static final Path TOLERANCE = Root.path("contract-tests/tolerance");

  public static final Path WRITTEN = Path.of(System.getProperty("pact.rootDir", "target/pacts"));

  private PactFiles() {}

  /** The name of the file with the pact of that provider. */
  public static String nameFor(String provider) {
    return CONSUMER + "-" + provider + ".json";
  }

  /** The committed pact of that provider. */
  public static Path committed(String provider) {
    return COMMITTED.resolve(nameFor(provider));
  }

  /** The committed tolerance file of that provider. */
  public static Path tolerance(String provider) {
    return TOLERANCE.resolve(nameFor(provider));
  }

  /** The names of the files in a folder, sorted. */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /**
   * Compares byte by byte.
   *
   * @throws AssertionError if the files differ or one is missing
   */
  public static void requireEqual(Path written, Path committed) throws IOException {
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
  public static void rewrite(Path written, Path committed) throws IOException {
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
