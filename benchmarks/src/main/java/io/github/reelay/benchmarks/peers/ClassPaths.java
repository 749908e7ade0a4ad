package io.github.reelay.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each JVM of a run sees: a foreign client has its own versions of the libraries we share. */
final class ClassPaths {
  private static final String OURS = System.getProperty("java.class.path");

  /**
   * How the names of the jars begin that a program with {@code reelay-normalizer} has, its own
   * first, in the order of Maven: a class is looked for in one jar after the other.
   */
  private static final List<String> OF_NORMALIZER =
      List.of(
          "reelay-benchmarks",
          "reelay-normalizer-",
          "reelay-client-runtime-",
          "jackson-annotations-",
          "jackson-core-",
          "reelay-provider-document-",
          "reelay-client-(?!runtime)",
          "feign-core-",
          "httpcore5-(?!h2)",
          "snakeyaml-engine-",
          "jspecify-");

  private ClassPaths() {}

  /** Ours, as the run itself has it. */
  static String ours() {
    return OURS;
  }

  /** What a program sees that uses the normalizer: none of what the other benchmarks need. */
  static String ofNormalizer() {
    return OF_NORMALIZER.stream()
        .flatMap(name -> jars().filter(jar -> hasName(jar, name)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> jars() {
    return Stream.of(OURS.split(File.pathSeparator)).sorted();
  }

  private static boolean hasName(String jar, String begin) {
    return Path.of(jar).getFileName().toString().matches(begin + ".*");
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
