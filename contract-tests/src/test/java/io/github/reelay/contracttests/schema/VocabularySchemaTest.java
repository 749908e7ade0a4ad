package io.github.reelay.contracttests.schema;

import static io.github.reelay.contracttests.schema.CanonicalSchema.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.lint.document.FactNumbers;
import io.github.reelay.lint.document.SpecDocument;
import io.github.reelay.lint.rule.Rule;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.Unit;
import io.github.reelay.mapping.ValueName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema of the vocabulary says what the reader of documents takes. */
class VocabularySchemaTest {
  private static final JsonNode DOCUMENT = document();
  private static final Schema SCHEMA =
      SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(DOCUMENT);

  private static final String TASK = "/components/schemas/GenerationTask/properties/";
  private static final String GET = "/paths/~1v1~1videos~1generations~1{task_id}/get/";

  private static JsonNode document() {
    try {
      return json(
          Files.readString(
              Root.path(
                  "provider-document/src/main/resources/io/github/reelay/document/"
                      + "vocabulary.schema.json")));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<String> errors(JsonNode spec) {
    return SCHEMA.validate(spec).stream()
        .map(error -> error.getInstanceLocation().toString())
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void everyDocumentFollowsIt(String provider) {
    assertThat(SCHEMA.validate(Spec.of(provider).document())).isEmpty();
  }

  @Test
  void hasEveryNameStatusAndUnit() {
    Stream<String> names = Arrays.stream(ValueName.values()).map(ValueName::text);

    assertThat(words("/$defs/name/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(names, Stream.of("video.url?")).toList());
    assertThat(words("/$defs/value/properties/x-unit/enum"))
        .isEqualTo(Arrays.stream(Unit.values()).map(Unit::text).toList());
    assertThat(CanonicalSchema.names(DOCUMENT.at("/$defs/value/properties/x-means/properties")))
        .isEqualTo(Arrays.stream(CanonicalStatus.values()).map(CanonicalStatus::text).toList());
  }

  private static List<String> words(String pointer) {
    return StreamSupport.stream(DOCUMENT.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        TASK + "url/x-reelay | \"video.ulr\"",
        TASK + "url/x-reelay | [\"video.url\", \"address\"]",
        TASK + "url/x-reelay | []",
        TASK + "url/x-relay | \"video.url\"",
        TASK + "id/x-reelay | \"id?\"",
        TASK + "status/x-means | {\"done\": [\"completed\"]}",
        TASK + "status/x-means | {\"succeeded\": \"completed\"}",
        TASK + "created_at/x-unset | 1",
        TASK + "created_at/x-unit | \"seconds\"",
        TASK + "url/x-present-on | \"completed\"",
        TASK + "error/x-reelay-inside | {\"message\": \"reason\"}",
        GET + "x-polling | {\"interval\": 10}",
        GET + "x-polling/persecond | 50",
        GET + "x-validity | \"1d\"",
        GET + "x-envelope | \"data\"",
        GET + "x-unknown-task | \"task_not_found\"",
        "/info/x-provider | \"To apis\"",
        "/info/x-last-verified | \"yesterday\"",
      })
  void refusesWhatTheReaderRefuses(String pointer, String value) {
    JsonNode spec = Spec.of("toapis").document().deepCopy();
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) spec.at(pointer.substring(0, last));
    parent.set(pointer.substring(last + 1), json(value));
    SpecDocument changed = new SpecDocument("toapis", spec, new FactNumbers("T", 69));

    assertThat(
            Stream.of(Rule.VOCABULARY, Rule.EXTENSIONS)
                .flatMap(r -> r.complaints(changed).stream()))
        .isNotEmpty();

    assertThat(errors(spec))
        .isNotEmpty()
        .allMatch(place -> pointer.startsWith(place) || place.startsWith(pointer));
  }
}
