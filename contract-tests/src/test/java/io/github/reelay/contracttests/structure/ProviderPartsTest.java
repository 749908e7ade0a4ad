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
    assertThat(
            Stream.of(
                "api-specs/baseline/" + provider + ".yaml",
                "api-specs/src/main/resources/io/github/reelay/specs/facts/" + provider + ".yaml",
                "generated-clients/" + provider + "/pom.xml",
                "contract-tools/src/main/resources/mutation/deviations/" + provider + ".json",
                "contract-tests/pacts/" + PactFiles.nameFor(provider),
                "contract-tests/tolerance/" + PactFiles.nameFor(provider),
                "contract-tests/src/test/resources/golden/" + provider))
        .as("what %s needs next to its specification", provider)
        .allMatch(file -> Files.exists(Root.path(file)), "is there");
  }

  /** Under another name Maven takes a client that was installed once, without a word. */
  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void eachClientIsCalledAsItsFolderAndListed(String provider) throws IOException {
    String artifact = "<artifactId>reelay-client-" + provider + "</artifactId>";

    assertThat(Root.path("generated-clients/" + provider + "/pom.xml"))
        .content()
        .contains(artifact);
    assertThat(Root.path("generated-clients/pom.xml"))
        .content()
        .contains("<module>" + provider + "</module>");
    assertThat(Root.path("normalizer/pom.xml")).content().contains(artifact);
    assertThat(Root.path("bom/pom.xml")).content().contains(artifact);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void eachProviderHasAPactTest(String provider) throws IOException {
    String name = TestProviders.clientPackage(provider).replace("io.github.reelay.client.", "");

    try (Stream<Path> files = Files.list(Root.path(TESTS + "pact"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("a class that is called as the package of the client, in any case")
          .anyMatch(file -> file.equalsIgnoreCase(name + "PactTest.java"));
    }
  }

  @Test
  void eachSpecificationHasAClient() throws IOException {
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
