package io.github.reelay.contracttests.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.contract.UnreadableException;
import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Spec;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Example to record to JSON again loses nothing but the difference between null and absent. */
class RoundTripTest {

  static Stream<Example> examples() {
    return Spec.all().flatMap(spec -> spec.examples().stream());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void byTheGeneratedReader(Example example) throws UnreadableException {
    JsonNode again = Strict.MAPPER.valueToTree(Generated.read(example).value());

    assertSame(again, example.withoutUnset().value());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void byAStrictMapper(Example example) throws IOException {
    Object read = Strict.MAPPER.readValue(example.bytes(), Generated.type(example));

    assertSame(Strict.MAPPER.valueToTree(read), example.value());
  }

  private static void assertSame(JsonNode again, JsonNode example) {
    JsonNode expected = Strict.withoutNulls(example);

    assertThat(Strict.same(again, expected)).as("%s, from %s", again, expected).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "an undocumented member | {\"id\":\"a\",\"region\":1} | Unrecognized field",
        "text for a number | {\"progress\":\"30\"} | Cannot coerce",
        "a number for text | {\"id\":7} | Cannot coerce",
        "a fraction for an integer | {\"progress\":30.5} | Cannot coerce",
        "a member twice | {\"id\":\"a\",\"id\":\"b\"} | Duplicate field",
        "more behind the object | {\"id\":\"a\"} {} | Trailing token"
      })
  void theStrictMapperRefuses(String what, String body, String complaint) {
    assertThatThrownBy(() -> Strict.MAPPER.readValue(body, GenerationTask.class))
        .as(what)
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void aLostMemberIsSeen() throws JsonProcessingException {
    JsonNode whole = Strict.MAPPER.readTree("{\"id\":\"a\",\"progress\":30,\"url\":null}");
    JsonNode lost = Strict.MAPPER.readTree("{\"id\":\"a\"}");

    assertThat(Strict.same(Strict.withoutNulls(whole), lost)).isFalse();
    assertThat(
            Strict.same(
                Strict.withoutNulls(whole),
                Strict.MAPPER.readTree("{\"id\":\"a\",\"progress\":30.0}")))
        .isTrue();
  }
}
