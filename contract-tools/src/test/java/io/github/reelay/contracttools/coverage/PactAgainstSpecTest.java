package io.github.reelay.contracttools.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.Spec;
import org.junit.jupiter.api.Test;

class PactAgainstSpecTest {
  @Test
  void reportsBothSidesOfAContradiction() {
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
