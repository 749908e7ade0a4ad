package io.github.reelay.contracttests.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Members;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.SpecSchemas;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A validator that knows nothing of our reader agrees with the examples. */
class ExampleSchemaTest {
  private static final Map<String, SpecSchemas> SCHEMAS =
      Spec.all().collect(Collectors.toMap(Spec::provider, SpecSchemas::new));

  static Stream<Example> examples() {
    return Spec.all().flatMap(spec -> spec.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void fitsItsSchema(Example example) {
    assertThat(errors(example, example.value())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void hasNoUndeclaredMember(Example example) {
    Spec spec = Spec.of(example.provider());

    assertThat(Members.undeclared(spec, example.schema(), example.value())).isEmpty();
  }

  @Test
  void theValidatorBites() {
    Example example = Spec.of("22codex").example("running");
    ObjectNode wrong = example.value().deepCopy();
    wrong.put("status_update_time", "soon");
    ((ObjectNode) wrong.at("/detail/pending_info")).put("width", 352.5);
    wrong.remove("status");

    assertThat(errors(example, wrong))
        .containsExactlyInAnyOrder(
            "/status_update_time: string found, integer expected",
            "/detail/pending_info/width: number found, integer expected",
            ": required property 'status' not found");
  }

  @Test
  void theWalkFindsWhatIsUndeclaredAtAnyDepth() {
    Spec spec = Spec.of("toapis");
    ObjectNode wrong = spec.example("failed").value().deepCopy();
    wrong.put("extra", 1);
    wrong.putObject("usage").put("anything", 1);
    ((ObjectNode) wrong.get("error")).put("param", "x");
    wrong.putObject("result").putArray("data").addObject().put("mime", "x");

    assertThat(Members.undeclared(spec, "GenerationTask", wrong))
        .containsExactly("/error/param", "/extra", "/result/data/0/mime");
  }

  private static List<String> errors(Example example, JsonNode body) {
    return SCHEMAS.get(example.provider()).errors(example.schema(), body);
  }
}
