package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each provider has one of, because it is written by hand for that provider. */
class ProviderPartsTest {
  private static final String TESTS =
      "contract-tests/src/test/java/io/github/reelay/contracttests/";

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void eachProviderHasAllOfThem(String provider) {
    Class<?> dialect = TestProviders.dialect(provider).getClass();
    String name = dialect.getSimpleName().replace("Dialect", "");
    String adapter = "normalizer/src/main/java/" + dialect.getPackageName().replace('.', '/');

    assertThat(
            Stream.of(
                "api-specs/baseline/" + provider + ".yaml",
                "api-specs/src/main/resources/io/github/reelay/specs/facts/" + provider + ".yaml",
                "generated-clients/" + provider + "/pom.xml",
                adapter + "/package-info.java",
                "normalizer/src/test/java/io/github/reelay/dialect/" + name + "FailuresTest.java",
                TESTS + "contradiction/" + name + "ContradictionsTest.java",
                TESTS + "facts/" + name + "FactsTest.java",
                TESTS + "pact/" + name + "PactTest.java",
                "contract-tests/pacts/" + PactFiles.nameFor(provider),
                "contract-tests/src/test/resources/golden/" + provider))
        .as("what %s needs beside its specification and its dialect", provider)
        .allMatch(file -> Files.exists(Root.path(file)), "is there");
  }

  @Test
  void eachSpecificationHasADialect() throws IOException {
    try (Stream<Path> files =
        Files.list(Root.path("api-specs/src/main/resources/io/github/reelay/specs"))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".yaml"))
              .map(file -> file.replace(".yaml", ""))
              .toList();

      assertThat(names).containsExactlyInAnyOrderElementsOf(TestProviders.names());
    }
  }
}
