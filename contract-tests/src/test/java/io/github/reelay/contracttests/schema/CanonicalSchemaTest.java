package io.github.reelay.contracttests.schema;

import static io.github.reelay.contracttests.schema.CanonicalSchema.errors;
import static io.github.reelay.contracttests.schema.CanonicalSchema.json;
import static io.github.reelay.contracttests.schema.CanonicalSchema.keys;
import static io.github.reelay.contracttests.schema.CanonicalSchema.names;
import static io.github.reelay.contracttests.schema.CanonicalSchema.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contract.Finding;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says what is written: no key more, no key less, in its order. */
class CanonicalSchemaTest {
  static Stream<Path> goldens() throws IOException {
    return Files.walk(Root.path("contract-tests/src/test/resources/golden"))
        .filter(Files::isRegularFile);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void describesEveryGoldenFile(Path golden) throws IOException {
    assertThat(errors(json(Files.readString(golden)))).isEmpty();
  }

  @Test
  void describesWhatHoldsEveryKey() {
    assertThat(errors(Fullest.TASK)).isEmpty();
    assertThat(errors(Fullest.FAILED_TASK)).isEmpty();
    assertThat(errors(Fullest.NO_TASK)).isEmpty();
  }

  @Test
  void listsTheKeysInTheOrderOfTheWriter() {
    List<String> all = keys("");

    assertThat(names(Fullest.TASK)).isEqualTo(without(all, "failure"));
    assertThat(names(Fullest.FAILED_TASK)).isEqualTo(without(all, "video", "moreVideos"));
    assertThat(names(Fullest.NO_TASK)).containsExactly("provider", "id", "failure", "findings");
    assertThat(names(Fullest.TASK.get("video"))).isEqualTo(keys("/$defs/video"));
    assertThat(names(Fullest.TASK.at("/moreVideos/0"))).containsExactly("url");
    assertThat(names(Fullest.NO_TASK.get("failure"))).isEqualTo(keys("/$defs/failure"));
    assertThat(names(Fullest.TASK.at("/findings/0"))).isEqualTo(keys("/$defs/finding"));
  }

  @Test
  void listsEveryWordThatCanBeWritten() {
    assertThat(words("/properties/status"))
        .isEqualTo(Arrays.stream(TaskStatus.values()).map(TaskStatus::jsonName).toList());
    assertThat(words("/$defs/failure/properties/kind"))
        .isEqualTo(Arrays.stream(FailureKind.values()).map(FailureKind::jsonName).toList());
    assertThat(words("/$defs/failure/properties/origin"))
        .isEqualTo(Arrays.stream(Origin.values()).map(Origin::jsonName).toList());
    assertThat(words("/$defs/failure/properties/retry"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Retry.values()).map(Retry::jsonName).toList());
    assertThat(words("/$defs/finding/properties/kind"))
        .isEqualTo(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::jsonName).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/extra                  | 1        | property 'extra' is not defined in the schema",
        "/prompt                 | null     | null found, string expected",
        "/progressPercent        | 101      | must have a maximum value of 100",
        "/createdAt              | '\"now\"'  | does not match the regex pattern",
        "/terminal               | false    | must be the constant value 'true'",
        "/video/extra            | 1        | property 'extra' is not defined in the schema",
        "/video/expiryEstimated  | false    | must be the constant value 'true'",
        "/failure                | {}       | schema for 'failure' is false",
        "/status                 | '\"done\"' | does not have a value in the enumeration",
        "/findings/0/pointer     | '\"foo\"'  | does not match the regex pattern"
      })
  void refusesWhatIsNeverWritten(String pointer, String value, String sentence) {
    ObjectNode wrong = Fullest.TASK.deepCopy();
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = wrong.at(pointer.substring(0, slash));
    ((ObjectNode) parent).set(pointer.substring(slash + 1), json(value));

    assertThat(errors(wrong)).anySatisfy(error -> assertThat(error).contains(sentence));
  }

  /**
   * A kind that its origin cannot have is never written, nor an origin that a result cannot have.
   */
  @ParameterizedTest
  @EnumSource
  void takesTheKindsThatAnOriginCanHave(Origin origin) {
    for (FailureKind kind : FailureKind.values()) {
      boolean possible = kind.canComeFrom(origin);

      assertThat(errors(with(Fullest.FAILED_TASK, kind, origin)).isEmpty())
          .as("a task with %s of %s", kind, origin)
          .isEqualTo(possible && origin == Origin.TASK);
      assertThat(errors(with(Fullest.NO_TASK, kind, origin)).isEmpty())
          .as("no task with %s of %s", kind, origin)
          .isEqualTo(possible && origin != Origin.TASK);
    }
  }

  private static JsonNode with(JsonNode result, FailureKind kind, Origin origin) {
    ObjectNode copy = result.deepCopy();
    ObjectNode failure = (ObjectNode) copy.get("failure");
    failure.put("kind", kind.jsonName()).put("origin", origin.jsonName());
    if (origin == Origin.TRANSPORT) {
      failure.remove("httpStatus");
    }
    return copy;
  }

  @ParameterizedTest
  @CsvSource({
    "httpStatus,        , required property 'httpStatus' not found",
    "retry,             no, schema for 'retryAfterSeconds' is false",
    "origin,            transport, schema for 'httpStatus' is false"
  })
  void refusesAFailureThatIsNeverWritten(String member, String value, String sentence) {
    ObjectNode wrong = Fullest.NO_TASK.deepCopy();
    ObjectNode failure = (ObjectNode) wrong.get("failure");
    failure.remove(member);
    if (value != null) {
      failure.put(member, value);
    }

    assertThat(errors(wrong)).anySatisfy(error -> assertThat(error).contains(sentence));
  }

  @Test
  void demandsWhatEachStateHas() {
    ObjectNode videoless = without(Fullest.TASK, "video");
    ObjectNode reasonless = without(Fullest.FAILED_TASK, "failure");
    ObjectNode silent = without(Fullest.NO_TASK, "findings");

    assertThat(errors(videoless)).containsExactly(": required property 'video' not found");
    assertThat(errors(reasonless)).containsExactly(": required property 'failure' not found");
    assertThat(errors(silent)).containsExactly(": required property 'findings' not found");
  }

  private static ObjectNode without(JsonNode object, String key) {
    ObjectNode copy = object.deepCopy();
    copy.remove(key);
    return copy;
  }

  private static List<String> without(List<String> all, String... some) {
    return all.stream().filter(key -> !List.of(some).contains(key)).toList();
  }
}
