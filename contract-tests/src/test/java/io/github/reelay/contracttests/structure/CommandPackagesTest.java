package io.github.reelay.contracttests.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.github.reelay.download.Downloader;
import io.github.reelay.store.HandleStore;
import io.github.reelay.watch.Watcher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packages of the command: which uses which, and how large they are. */
class CommandPackagesTest {
  private static final String CLI = "io.github.reelay.cli";
  private static final List<JavaClass> CLASSES =
      Modules.classes().stream().filter(type -> isOfTheCommand(type.getPackageName())).toList();

  private static boolean isOfTheCommand(String name) {
    return name.equals(CLI) || name.startsWith(CLI + ".");
  }

  @Test
  void arrowsPointOneWay() {
    Set<String> found =
        CLASSES.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .flatMap(CommandPackagesTest::arrow)
            .collect(toCollection(TreeSet::new));

    assertThat(found)
        .containsExactly(
            "cli -> command",
            "cli -> settings",
            "cli -> terminal",
            "cluster -> terminal",
            "command -> cluster",
            "command -> command.dialect",
            "command -> completion",
            "command -> files",
            "command -> page",
            "command -> saved",
            "command -> terminal",
            "command -> watch",
            "command.dialect -> dialect",
            "command.dialect -> terminal",
            "completion -> terminal",
            "dialect -> saved",
            "dialect -> terminal",
            "files -> terminal",
            "page -> terminal",
            "saved -> terminal",
            "settings -> terminal",
            "watch -> terminal");
  }

  private static Stream<String> arrow(Dependency dependency) {
    String from = dependency.getOriginClass().getPackageName();
    String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
    boolean inside = from.equals(to) || !isOfTheCommand(to);
    return inside ? Stream.of() : Stream.of(below(from) + " -> " + below(to));
  }

  private static String below(String name) {
    return name.equals(CLI) ? "cli" : name.substring(CLI.length() + 1);
  }

  @Test
  void noPackageUsesItselfThroughAnother() {
    slices().matching(CLI + ".(*)").should().beFreeOfCycles().check(Modules.classes());
  }

  @Test
  void noPackageHasMoreTypesThanFitOnAScreen() {
    Map<String, Long> types =
        CLASSES.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(JavaClass::getPackageName, counting()));

    assertThat(types).hasSize(12);
    assertThat(types.values()).allSatisfy(count -> assertThat(count).isBetween(2L, 25L));
  }

  @Test
  void optionsAreReadInOnePlace() {
    noClasses()
        .that()
        .resideInAnyPackage(
            CLI + ".watch", CLI + ".saved", CLI + ".dialect", CLI + ".settings", CLI + ".terminal")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(Modules.classes());
  }

  @ParameterizedTest
  @ValueSource(classes = {Watcher.class, Downloader.class, HandleStore.class})
  void waitsAndDownloadsThroughReelayAlone(Class<?> part) {
    throughReelayAlone(CLI + "..", part).check(Modules.classes());

    ArchRule ofReelay = throughReelayAlone("io.github.reelay", part);
    assertThat(ofReelay.evaluate(Modules.classes()).hasViolation()).as("the rule bites").isTrue();
  }

  private static ArchRule throughReelayAlone(String packages, Class<?> part) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat(assignableTo(part).or(simpleName(part.getSimpleName() + "Builder")));
  }

  /** Raw lines: what is more than a call of {@code Reelay} belongs behind it. */
  @Test
  void watchesAndDownloadsInFewerThan250Lines() {
    List<Path> files =
        Modules.sources("cli", "main").stream()
            .filter(file -> file.getParent().endsWith("cli/watch"))
            .toList();

    assertThat(files).hasSizeGreaterThan(2);
    assertThat(files.stream().mapToLong(file -> Modules.read(file).lines().count()).sum())
        .isLessThan(250);
  }

  @Test
  void savedResponsesNeedNoWatcher() {
    noClasses()
        .that()
        .resideInAPackage(CLI + ".saved")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.reelay.watch..", "io.github.reelay.download..", "io.github.reelay.store..")
        .check(Modules.classes());
  }
}
