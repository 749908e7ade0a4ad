package io.github.reelay.contracttests.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.contracttests.spec.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document follows every rule, and every rule bites. */
class SpecLintTest {
  private static final Spec GOOD = Spec.read("toapis", "/lint/good.yaml");

  static final List<WrongDocument> BITES = WrongDocuments.ALL;

  static Stream<Arguments> rulesAndDocuments() {
    return Arrays.stream(Rule.values())
        .flatMap(rule -> Spec.all().map(spec -> Arguments.of(rule, spec)));
  }

  @ParameterizedTest
  @MethodSource("rulesAndDocuments")
  void isFollowed(Rule rule, Spec spec) {
    assertThat(rule.complaints(spec)).isEmpty();
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

  private static Spec changed(WrongDocument wrongDocument) {
    JsonNode document = GOOD.document().deepCopy();
    JsonPointer place = JsonPointer.compile(wrongDocument.pointer());
    JsonNode parent = document.at(place.head());
    JsonNode value = wrongDocument.value();
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else if (value.isMissingNode()) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return new Spec("toapis", document);
  }
}
