package io.github.reelay.contracttests.facts;

import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.ReflectionSupport;

/** The real registers, specifications and tests. */
final class Sources {
  private static final String SPECS = "/io/github/reelay/specs/";
  private static final String TESTS = "io.github.reelay.contracttests";

  private Sources() {}

  /** All of them, read now. Every provider that a program finds has to have a register. */
  static Traceability read() {
    List<Traceability.Source> sources = new ArrayList<>();
    References references = TestReferences.in(testClasses());
    for (String provider : providers()) {
      FactRegister register = RegisterReader.read(provider, text("facts/" + provider + ".yaml"));
      String spec = text(provider + ".yaml");
      references = references.and(SpecReferences.in(register, spec));
      sources.add(new Traceability.Source(register, Resolutions.in(spec)));
    }
    return new Traceability(sources, references);
  }

  /** The specification of a provider. */
  static Map<?, ?> spec(String provider) {
    return YamlTree.parse(text(provider + ".yaml"));
  }

  /** The root of the project, which holds the build's own start script. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "expected a folder with mvnw above " + Path.of("").toAbsolutePath() + ", found none");
    }
    return folder;
  }

  private static List<String> providers() {
    try (Providers providers = Providers.discover(Map.of())) {
      return providers.all().stream().map(Provider::name).toList();
    }
  }

  /** Every class of this module but the fixtures that are wrong on purpose. */
  private static List<Class<?>> testClasses() {
    return ReflectionSupport.findAllClassesInPackage(
        TESTS,
        type -> !type.getName().startsWith(TestReferencesTest.class.getName()),
        name -> true);
  }

  /** The text of a file beside the specifications. */
  static String text(String name) {
    try (InputStream in = Sources.class.getResourceAsStream(SPECS + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected " + name + " in api-specs, found none: every provider needs one");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
