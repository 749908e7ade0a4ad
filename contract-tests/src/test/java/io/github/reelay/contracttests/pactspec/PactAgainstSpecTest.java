package io.github.reelay.contracttests.pactspec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttests.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pacts and the documents say the same. */
class PactAgainstSpecTest {

  static Stream<Spec> specs() {
    return Spec.all();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyInteractionFitsTheSpec(Spec spec) {
    assertThat(PactAgainstSpec.misfits(spec)).isEmpty();
  }

  @Test
  void everythingReadOrPromisedHasAnInteraction() {
    List<Coverage> rows = Spec.all().map(PactAgainstSpec::coverage).toList();
    System.out.print(CoverageTable.of(rows));

    assertThat(rows.stream().flatMap(Coverage::missing)).isEmpty();
  }

  @Test
  void everyCommittedPactIsLookedAt() throws IOException {
    try (Stream<Path> files = Files.list(Pact.FOLDER)) {
      assertThat(files).containsExactlyInAnyOrderElementsOf(Spec.all().map(Pact::file).toList());
    }
  }

  @Test
  void tellsBothSidesOfAContradiction() {
    Spec spec = new Spec("toapis", Spec.of("toapis").document().deepCopy());
    String properties = "/components/schemas/GenerationTask/properties";
    ((ObjectNode) spec.document().at(properties)).remove("thumbnail");

    assertThat(PactAgainstSpec.problems(spec))
        .containsExactly(
            "toapis, 'a query for a completed task with the video at the top level': expected only"
                + " what the schema GenerationTask names, found /thumbnail; declare it in the spec,"
                + " or list it in Deliberate with its reason.",
            "toapis, fields read: expected an interaction for GenerationTask.thumbnail, found none;"
                + " a mapper reads it, but no schema of a response declares it.");
  }
}
