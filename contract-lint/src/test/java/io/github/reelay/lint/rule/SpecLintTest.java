package io.github.reelay.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.document.Keywords;
import io.github.reelay.lint.document.FactNumbers;
import io.github.reelay.lint.document.SpecDocument;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every rule leaves a good document alone, and bites where a document breaks it. */
class SpecLintTest {
  private static final SpecDocument GOOD =
      new SpecDocument("toapis", read("good.yaml"), new FactNumbers("T", 69));

  static final List<WrongDocument> BITES =
      Stream.of(WrongDocuments.ALL, WrongExtensions.ALL, MisplacedKeywords.ALL)
          .flatMap(List::stream)
          .toList();

  private static JsonNode read(String resource) {
    try (InputStream in = SpecLintTest.class.getResourceAsStream(resource)) {
      return Yaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void leavesAGoodDocumentAlone(Rule rule) {
    assertThat(rule.complaints(GOOD)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("BITES")
  void bites(WrongDocument wrongDocument) {
    assertThat(wrongDocument.rule().complaints(changed(wrongDocument)))
        .containsExactly(wrongDocument.complaint());
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void isProvenToBite(Rule rule) {
    assertThat(BITES).extracting(WrongDocument::rule).contains(rule);
  }

  @Test
  void namesAPropertyThatIsRequiredWithoutNeed() {
    JsonNode document = GOOD.root().deepCopy();
    JsonNode examples =
        document.at("/paths/~1tasks~1{id}/get/responses/200/content/application~1json/examples");
    examples.forEach(example -> ((ObjectNode) example.get("value")).put("progress", 5));
    ((ArrayNode) document.at("/components/schemas/Task/required")).add("progress");

    assertThat(Rule.REQUIRED.complaints(new SpecDocument("toapis", document, GOOD.facts())))
        .containsExactly(
            "/components/schemas/Task/required/2: expected the id, the status or the envelope,"
                + " found progress; leave it out, because a task without it is read without a"
                + " finding");
  }

  @Test
  void looksForWhatIsRequiredInsideTheEnvelope() {
    JsonNode document = GOOD.root().deepCopy();
    ObjectNode operation = (ObjectNode) document.at("/paths/~1tasks~1{id}/get");
    operation.put("x-envelope", "/data");
    ObjectNode content = (ObjectNode) operation.at("/responses/200/content/application~1json");
    content.set("schema", Yaml.read("{$ref: '#/components/schemas/Envelope'}"));
    content.withObject("/examples").forEach(SpecLintTest::wrap);
    content.withObject("/examples").set("refused", Yaml.read("{value: {data: null}}"));
    ((ObjectNode) document.at("/components/schemas"))
        .set(
            "Envelope",
            Yaml.read("{properties: {data: {allOf: [{$ref: '#/components/schemas/Task'}]}}}"));
    SpecDocument enveloped = new SpecDocument("toapis", document, GOOD.facts());

    assertThat(Rule.REQUIRED.complaints(enveloped)).isEmpty();

    ((ArrayNode) document.at("/components/schemas/Task/required")).add("progress");
    assertThat(Rule.REQUIRED.complaints(enveloped))
        .containsExactly(
            "/components/schemas/Task/required/2: expected what every example of a task has,"
                + " found progress");
  }

  private static void wrap(JsonNode example) {
    JsonNode task = example.get("value");
    ((ObjectNode) example).putObject("value").set("data", task);
  }

  @Test
  void everyKeywordOfTheVocabularyHasAPlace() {
    assertThat(
            Arrays.stream(ElementKind.values())
                .flatMap(kind -> kind.keywords().stream())
                .filter(keyword -> keyword.startsWith("x-"))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(Keywords.ALL);
  }

  private static SpecDocument changed(WrongDocument wrongDocument) {
    JsonNode document = GOOD.root().deepCopy();
    int end = wrongDocument.pointer().lastIndexOf('/');
    JsonNode parent = document.at(wrongDocument.pointer().substring(0, end));
    String last = new SpecElement(wrongDocument.pointer(), wrongDocument.value()).name();
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), wrongDocument.value());
    } else if (wrongDocument.value().isMissingNode()) {
      ((ObjectNode) parent).remove(last);
    } else {
      ((ObjectNode) parent).set(last, wrongDocument.value());
    }
    return new SpecDocument("toapis", document, GOOD.facts());
  }
}
