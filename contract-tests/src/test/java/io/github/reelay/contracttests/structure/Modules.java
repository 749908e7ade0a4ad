package io.github.reelay.contracttests.structure;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules with hand-written or generated main code, by folder, as the POMs list them. */
final class Modules {
  /** Folders of modules without main code, and of the figures, which no other module uses. */
  private static final Set<String> NOT_CHECKED =
      Set.of(
          "release",
          "build-parent",
          "bom",
          "contract-tests",
          "fuzz-tests",
          "integration-tests",
          "browser-tests",
          "benchmarks");

  /** Those that are checked like the others although they are not published. */
  private static final Set<String> NOT_PUBLISHED = Set.of("contract-tools");

  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(reelay-.+?)</artifactId>");
  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

  /** All of them, such as {@code normalizer} and {@code generated-clients/toapis}. */
  static final List<String> FOLDERS = folders();

  /** Those that can be depended on. */
  static final List<String> PUBLISHED =
      FOLDERS.stream().filter(folder -> !NOT_PUBLISHED.contains(folder)).toList();

  private Modules() {}

  /** Their compiled classes; reading them takes some seconds, so only those who ask wait. */
  static JavaClasses classes() {
    return Compiled.CLASSES;
  }

  /** Reads them once, at the first call. */
  private static final class Compiled {
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .importPaths(
                FOLDERS.stream()
                    .map(folder -> Root.path(folder).resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList());
  }

  private static List<String> folders() {
    List<String> folders = new ArrayList<>();
    for (String folder : listed("")) {
      List<String> inside = listed(folder + "/");
      inside.forEach(each -> folders.add(folder + "/" + each));
      if (inside.isEmpty() && !NOT_CHECKED.contains(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static List<String> listed(String folder) {
    Matcher matcher = MODULE.matcher(read(Root.path(folder + "pom.xml")));
    return matcher.results().map(match -> match.group(1)).toList();
  }

  /** The folder of the module that a class was compiled in. */
  static String of(JavaClass type) {
    URI source = type.getSource().orElseThrow().getUri();
    String path = Root.path("").relativize(Path.of(source)).toString();
    return path.substring(0, path.indexOf("/target/"));
  }

  /** The artifact of a module, which its POM names after that of the parent. */
  static String artifact(String folder) {
    return artifacts(folder).get(1);
  }

  /** The artifacts that the POM of a module names, in their order. */
  static List<String> artifacts(String folder) {
    String pom = read(Root.path(folder + "/pom.xml"));
    return ARTIFACT.matcher(pom).results().map(match -> match.group(1)).toList();
  }

  /** The hand-written Java files of packages below a module's {@code src} folder. */
  static List<Path> sources(String folder, String kind) {
    Path root = Root.path(folder).resolve("src/" + kind + "/java");
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
