package io.github.reelay.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each JVM of a run sees: a foreign client has its own versions of the libraries we share. */
final class ClassPaths {
  private static final String OURS = System.getProperty("java.class.path");

  /** The jars of a program that uses {@code reelay-normalizer}, and its own. */
  private static final Pattern OF_NORMALIZER =
      Pattern.compile(
          "(?:reelay-(?:benchmarks|normalizer|provider-document|client-)|feign-core-|httpcore5-\\d"
              + "|jackson-core-|jackson-annotations-|snakeyaml-engine-|jspecify-).*");

  private ClassPaths() {}

  /** Ours, as the run itself has it. */
  static String ours() {
    return OURS;
  }

  /** What a program sees that uses the normalizer: none of what the other benchmarks need. */
  static String ofNormalizer() {
    return Stream.of(OURS.split(File.pathSeparator))
        .filter(jar -> OF_NORMALIZER.matcher(Path.of(jar).getFileName().toString()).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * That of a client by its name: a foreign one, which is named by its class, sees its own
   * libraries and of ours only the classes of this package.
   *
   * @param foreign the folder of its libraries
   */
  static String of(String client, Path foreign) {
    return ForeignClient.isNamed(client)
        ? foreign + "/*" + File.pathSeparator + OURS.split(File.pathSeparator)[0]
        : OURS;
  }
}
