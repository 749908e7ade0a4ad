package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import feign.Param;
import feign.RequestLine;
import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a native image cannot see for itself is in the metadata of the jar that has it. */
class NativeMetadataTest {
  private static final List<String> WHOLE =
      List.of("allDeclaredConstructors", "allDeclaredFields", "allDeclaredMethods");

  /** Runs on the class path of a Maven plugin alone. */
  private static final Set<String> NEVER_NATIVE = Set.of("client-generator");

  @ParameterizedTest
  @MethodSource("modules")
  void everyTypeThatIsReflectedOnHasAnEntry(String folder) throws IOException {
    NativeMetadata metadata = NativeMetadata.of(folder);
    SortedSet<String> missing = new TreeSet<>();
    for (JavaClass type : types(folder)) {
      Set<String> registered = metadata.reflection().getOrDefault(type.getName(), new TreeSet<>());
      for (String need : needs(type)) {
        if (!registered.contains(need)) {
          missing.add(type.getName() + " " + need);
        }
      }
    }
    for (String provider : providers(folder)) {
      if (!metadata.reflection().getOrDefault(provider, new TreeSet<>()).contains("<init>")) {
        missing.add(provider + " <init>");
      }
    }

    assertThat(missing).as("missing in the reachability-metadata.json of " + folder).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyInterfaceOfAClientHasAProxy(String folder) {
    List<String> interfaces =
        types(folder).stream()
            .filter(NativeMetadataTest::isClient)
            .map(JavaClass::getName)
            .toList();

    assertThat(NativeMetadata.of(folder).proxies()).containsExactlyInAnyOrderElementsOf(interfaces);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyResourceHasAGlob(String folder) throws IOException {
    NativeMetadata metadata = NativeMetadata.of(folder);

    assertThat(resources(folder).filter(name -> !metadata.hasResource(name)))
        .as("missing in the reachability-metadata.json of " + folder)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyEntryNamesATypeThatExists(String folder) {
    List<String> names = types(folder).stream().map(JavaClass::getName).toList();

    assertThat(
            NativeMetadata.of(folder).reflection().keySet().stream()
                .filter(name -> name.startsWith("io.github.reelay.")))
        .isSubsetOf(names);
  }

  @Test
  void theWalkFindsWhatIsKnown() throws IOException {
    assertThat(needs(Modules.classes().get("io.github.reelay.contract.TaskIdExpander")))
        .containsExactly("<init>");
    assertThat(needs(Modules.classes().get("io.github.reelay.client.toapis.VideoTasksApi$Async")))
        .containsExactly("allPublicMethods");
    assertThat(needs(Modules.classes().get("io.github.reelay.client.toapis.GenerationTask")))
        .containsExactlyElementsOf(WHOLE);
    assertThat(needs(Modules.classes().get("io.github.reelay.cli.command.GetCommand")))
        .containsExactlyElementsOf(WHOLE);
    assertThat(providers("normalizer"))
        .contains("io.github.reelay.dialect.document.LoadedDialectReader");
    assertThat(resources("sandbox")).containsExactly("io/github/reelay/sandbox/video.mp4");
  }

  /** Who else reflects must be walked above, or be listed here because no entry is needed. */
  @Test
  void nobodyElseReflects() {
    Set<String> reflecting = new TreeSet<>();
    for (JavaClass type : Modules.classes()) {
      boolean published = Modules.PUBLISHED.contains(Modules.of(type));
      if (published
          && type.getMethodCallsFromSelf().stream()
              .anyMatch(call -> isReflection(call.getTargetOwner().getName(), call.getName()))) {
        reflecting.add(type.getName());
      }
    }

    assertThat(reflecting)
        .containsExactly(
            "io.github.reelay.cluster.internal.store.OpenedDatabase", // drivers; entries by name
            "io.github.reelay.contract.RecordReaders", // records of the clients
            "io.github.reelay.provider.QueryTemplate"); // interfaces of the clients, the expander
  }

  private static boolean isReflection(String owner, String method) {
    return owner.equals("java.lang.Class")
            && Set.of("forName", "getConstructor", "getMethod", "getMethods").contains(method)
        || owner.equals("java.lang.Class") && method.startsWith("getDeclared")
        || owner.equals("java.lang.invoke.MethodHandles$Lookup")
            && (method.startsWith("find") || method.startsWith("unreflect"))
        || owner.equals("java.lang.reflect.Proxy");
  }

  private static List<String> needs(JavaClass type) {
    if (isClient(type)) {
      return List.of("allPublicMethods");
    }
    boolean generated = type.getPackageName().startsWith("io.github.reelay.client.");
    if (generated && type.isRecord() || isAnnotated(type)) {
      return WHOLE;
    }
    boolean expander = type.isAssignableTo(Param.Expander.class) && !type.isInterface();
    return expander && type.getModifiers().contains(JavaModifier.PUBLIC)
        ? List.of("<init>")
        : List.of();
  }

  private static boolean isClient(JavaClass type) {
    return type.isInterface()
        && type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(RequestLine.class));
  }

  /** Whether Jackson or picocli reads annotations of the type or of its members. */
  private static boolean isAnnotated(JavaClass type) {
    return Stream.of(
            type.getAnnotations().stream(),
            type.getMembers().stream().flatMap(member -> member.getAnnotations().stream()))
        .flatMap(each -> each)
        .map(JavaAnnotation::getRawType)
        .map(JavaClass::getName)
        .anyMatch(name -> name.startsWith("picocli.") || name.startsWith("com.fasterxml.jackson."));
  }

  private static List<String> providers(String folder) throws IOException {
    List<String> providers = new ArrayList<>();
    for (String name :
        files(folder).filter(file -> file.startsWith("META-INF/services/")).toList()) {
      providers.addAll(Modules.read(classes(folder).resolve(name)).lines().toList());
    }
    return providers;
  }

  private static Stream<String> resources(String folder) throws IOException {
    return files(folder)
        .filter(name -> !name.endsWith(".class"))
        .filter(name -> !name.startsWith("META-INF/") || name.startsWith("META-INF/services/"));
  }

  private static Stream<String> files(String folder) throws IOException {
    Path classes = classes(folder);
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path classes(String folder) {
    return Root.path(folder).resolve("target/classes");
  }

  private static List<JavaClass> types(String folder) {
    return Modules.classes().stream().filter(type -> Modules.of(type).equals(folder)).toList();
  }

  static Stream<String> modules() {
    return Modules.PUBLISHED.stream().filter(folder -> !NEVER_NATIVE.contains(folder));
  }
}
