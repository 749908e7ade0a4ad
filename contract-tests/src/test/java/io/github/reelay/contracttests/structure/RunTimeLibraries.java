package io.github.reelay.contracttests.structure;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a module brings at run time, as Maven resolved it when it packaged the module. */
final class RunTimeLibraries {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^ +([\\w.-]+:[\\w.-]+):jar:([\\w.-]+):(?:compile|runtime):(\\S+)( \\(optional\\))?");

  /** What an optional JUnit brings; the list does not mark it as optional. */
  private static final Set<String> OF_JUNIT =
      Set.of(
          "org.apiguardian:apiguardian-api",
          "org.opentest4j:opentest4j",
          "org.junit.platform:junit-platform-commons");

  /**
   * One of them.
   *
   * @param name group and artifact
   * @param version the version
   * @param bytes the size of the jar
   */
  record Library(String name, String version, long bytes) {
    boolean isOurs() {
      return name.startsWith("io.github.reelay:");
    }
  }

  private RunTimeLibraries() {}

  /** All of a module, its own jar and optional ones aside. */
  static List<Library> of(String folder) {
    Path list = Root.path(folder).resolve("target/run-time-dependencies.txt");
    Stream<MatchResult> lines = LINE.matcher(Modules.read(list)).results();
    return lines
        .filter(line -> line.group(4) == null && !OF_JUNIT.contains(line.group(1)))
        .map(line -> new Library(line.group(1), line.group(2), size(Path.of(line.group(3)))))
        .toList();
  }

  /** Their groups and artifacts. */
  static Stream<String> names(String folder) {
    return of(folder).stream().map(Library::name);
  }

  /** The jar of a module that is not in any list, such as the last of a chain. */
  static long ownJar(String folder) {
    String artifact = Modules.artifact(folder);
    try (Stream<Path> files = Files.list(Root.path(folder).resolve("target"))) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches(artifact + "(-[\\d.]+(-SNAPSHOT)?)?\\.jar"))
          .mapToLong(RunTimeLibraries::size)
          .max()
          .orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static long size(Path jar) {
    try {
      return Files.size(jar);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
