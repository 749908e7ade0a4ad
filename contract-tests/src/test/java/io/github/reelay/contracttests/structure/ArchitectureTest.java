package io.github.reelay.contracttests.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.TestProviders;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which module, package and type may use which. */
class ArchitectureTest {
  private static final String RUNTIME = "generated-clients/runtime";
  private static final Set<String> CLIENTS =
      Modules.FOLDERS.stream()
          .filter(folder -> folder.startsWith("generated-clients/") && !folder.equals(RUNTIME))
          .collect(toCollection(TreeSet::new));

  /** Which module may use which; CONTRIBUTING says what each of them holds. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("provider-document", Set.of(RUNTIME)),
          Map.entry("contract-lint", Set.of("provider-document", RUNTIME)),
          Map.entry("api-specs", Set.of()),
          Map.entry("client-generator", Set.of("provider-document", "contract-lint", RUNTIME)),
          Map.entry(RUNTIME, Set.of()),
          Map.entry("normalizer", union(union(CLIENTS, RUNTIME), "provider-document")),
          Map.entry("watcher", Set.of(RUNTIME, "normalizer")),
          Map.entry("cluster", Set.of(RUNTIME, "normalizer", "watcher")),
          Map.entry("micrometer", Set.of(RUNTIME, "normalizer")),
          Map.entry("jackson2", Set.of("normalizer", "watcher")),
          Map.entry("jackson3", Set.of("normalizer", "watcher")),
          Map.entry("spring-boot-starter", Set.of()),
          Map.entry(
              "spring-boot-autoconfigure",
              Set.of(RUNTIME, "normalizer", "watcher", "cluster", "micrometer", "page")),
          Map.entry("sandbox", Set.of("provider-document", RUNTIME)),
          Map.entry("page", Set.of(RUNTIME, "normalizer", "watcher")),
          Map.entry(
              "cli",
              Set.of(
                  RUNTIME, "contract-lint", "normalizer", "watcher", "cluster", "page", "sandbox")),
          Map.entry("contract-kit", Set.of("contract-lint", RUNTIME, "normalizer")),
          Map.entry("contract-tools", Set.of("contract-lint", RUNTIME, "normalizer", "sandbox")));

  /** Packages that still have more than 25 types. */
  private static final Set<String> TO_BE_SPLIT = Set.of("io.github.reelay.contracttools.mutation");

  /** A client uses the runtime and nothing else. */
  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>(ARROWS);
    CLIENTS.forEach(client -> arrows.put(client, Set.of(RUNTIME)));
    return arrows;
  }

  private static Set<String> union(Set<String> many, String one) {
    Set<String> all = new TreeSet<>(many);
    all.add(one);
    return all;
  }

  @Test
  void everyModuleHasAPlaceInTheHouse() {
    assertThat(Modules.FOLDERS).isSubsetOf(arrows().keySet());
    assertThat(Modules.classes().stream().map(Modules::of))
        .contains("normalizer", "sandbox", RUNTIME)
        .containsAll(CLIENTS);
  }

  @Test
  void arrowsPointOneWay() {
    Set<String> allowed = new TreeSet<>();
    arrows().forEach((from, all) -> all.forEach(to -> allowed.add(from + " -> " + to)));
    Set<String> found =
        Modules.classes().stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .flatMap(ArchitectureTest::arrow)
            .collect(toCollection(TreeSet::new));

    assertThat(found)
        .contains(
            "normalizer -> generated-clients/runtime", "normalizer -> generated-clients/toapis")
        .isSubsetOf(allowed);
  }

  private static Stream<String> arrow(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getName();
    if (!Modules.classes().contain(target)) {
      return Stream.of();
    }
    String from = Modules.of(dependency.getOriginClass());
    String to = Modules.of(Modules.classes().get(target));
    return from.equals(to) ? Stream.of() : Stream.of(from + " -> " + to);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void generatedTypesStayWithTheirProvider(String clientPackage) {
    String generated = clientPackage + "..";
    String mapping = generated.replace("io.github.reelay.client.", "io.github.reelay.provider.");

    noClasses()
        .that()
        .resideOutsideOfPackages(generated, mapping)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(generated)
        .check(Modules.classes());
  }

  static Stream<String> packages() {
    return TestProviders.names().stream().map(TestProviders::clientPackage);
  }

  @Test
  void ofAProviderOnlyTheDialectIsPublic() {
    classes()
        .that()
        .resideInAPackage("io.github.reelay.provider.*..")
        .and()
        .arePublic()
        .should()
        .haveSimpleNameEndingWith("Dialect")
        .check(Modules.classes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contract-lint", "contract-tools", "normalizer", "watcher", "cluster", "page"})
  void atLeastAThirdOfTheTypesAreNotPublic(String module) {
    Map<Boolean, Long> types =
        Modules.classes().stream()
            .filter(type -> Modules.of(type).equals(module))
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(groupingBy(PublicApi::isPublic, counting()));

    assertThat(types.get(false) * 2).isGreaterThanOrEqualTo(types.get(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"normalizer", "watcher", "cluster", "page"})
  void noPublicSignatureNamesAForeignType(String module) {
    Stream<String> wrong =
        Modules.classes().stream()
            .filter(type -> Modules.of(type).equals(module))
            .filter(PublicApi::isPublic)
            .flatMap(PublicApi::foreignTypes);

    assertThat(wrong).isEmpty();
  }

  @Test
  void theCheckOfSignaturesBites() {
    JavaClass decoder = Modules.classes().get("io.github.reelay.contract.ContractDecoder");

    assertThat(PublicApi.foreignTypes(decoder))
        .contains(
            "io.github.reelay.contract.ContractDecoder names feign.codec.Decoder",
            "io.github.reelay.contract.ContractDecoder.decode(feign.Response,"
                + " java.lang.reflect.Type) names feign.Response");
  }

  @Test
  void noPackageIsSplitOverTwoModules() {
    Map<String, Set<String>> modules =
        Modules.classes().stream()
            .collect(
                groupingBy(
                    JavaClass::getPackageName,
                    TreeMap::new,
                    mapping(Modules::of, toCollection(TreeSet::new))));

    assertThat(modules).allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "internal.download.., download",
    "internal.download, internal.download.*..",
    "internal.download.format.., internal.download.http",
    "internal.download.format.., internal.download.file",
    "internal.download.http.., internal.download.file",
    "internal.download.file.., internal.download.http",
    "internal.client.., watch",
    "download.., internal.client",
    "internal.poll.., watch",
    "policy.., internal.poll",
    "download.., watch",
    "store.., watch",
    "cluster.internal.., cluster",
    "cluster.internal.store.., cluster.internal.schema",
    "cluster.internal.store.., cluster.internal.lease",
    "cluster.internal.lease.., cluster.internal.replica",
    "internal.text.., contract",
    "sandbox.internal.., sandbox"
  })
  void arrowsOfPackagesPointOneWay(String from, String to) {
    noClasses()
        .that()
        .resideInAPackage("io.github.reelay." + from)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.reelay." + to)
        .check(Modules.classes());
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.github.reelay.(**)").should().beFreeOfCycles().check(Modules.classes());
  }

  @Test
  void noPackageHasMoreThan25Types() {
    Map<String, Long> types =
        Modules.classes().stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .filter(type -> !TO_BE_SPLIT.contains(type.getPackageName()))
            .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));

    assertThat(types).containsKeys("io.github.reelay.download", "io.github.reelay.sandbox");
    assertThat(types)
        .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(25));
  }

  @Test
  void noClientHasHandWrittenJavaOrALongPom() {
    assertThat(CLIENTS)
        .allSatisfy(
            client -> {
              assertThat(Root.path(client).resolve("src")).doesNotExist();
              assertThat(Modules.read(Root.path(client + "/pom.xml")).lines().count())
                  .isLessThanOrEqualTo(40);
            });
  }
}
