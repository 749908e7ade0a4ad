package io.github.reelay.contracttests.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contract.Finding;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The pointer of every finding, of whatever kind: it leads to what the finding is about in the body
 * that was read, or to the member that is missing from an object there.
 */
class FindingPointersTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One finding and the body that it is about.
   *
   * @param provider the provider's name
   * @param body the response
   * @param finding what its dialect says of it
   */
  record Found(String provider, JsonNode body, Finding finding) {
    @Override
    public String toString() {
      return provider + " " + finding.kind().jsonName() + " " + finding.pointer();
    }
  }

  /** The findings of each example with one thing changed, and of bodies for the rarer kinds. */
  static final List<Found> FINDINGS = findings();

  private static List<Found> findings() {
    Stream<Found> changed =
        Spec.all()
            .flatMap(spec -> spec.examples().stream())
            .filter(example -> example.isTask())
            .flatMap(
                example ->
                    ChangedBodies.of(example.value()).stream()
                        .flatMap(body -> found(example.provider(), body)));
    return Stream.concat(changed, rare()).filter(distinct()).toList();
  }

  private static Stream<Found> rare() {
    return Stream.of(
            "{'id':'t1','status':'completed','url':'https://v.example/a b.mp4'}",
            "{'data':[{'status':'queued','id':'t1'}]}",
            "{'id':'t1','status':'completed','output':{'video':'https://v.example/1.mp4'}}",
            "{'id':'t1','status':'completed','url':'not a URL'}",
            "{'id':'sora-2:t1','status':'pending','detail':{'id':'t2','status':'completed'}}",
            "{'id':'t1','status':'completed','video_url':'https://v.example/1.mp4',"
                + "'detail':{'url':'https://v.example/2.mp4'}}")
        .map(FindingPointersTest::json)
        .flatMap(body -> TestProviders.names().stream().flatMap(name -> found(name, body)));
  }

  /** Keeps one finding of each kind and pointer for each provider. */
  private static Predicate<Found> distinct() {
    Set<String> seen = new HashSet<>();
    return found -> seen.add(found.toString());
  }

  private static Stream<Found> found(String provider, JsonNode body) {
    return TestProviders.dialect(provider).read(body.toString()).findings().stream()
        .map(finding -> new Found(provider, body, finding));
  }

  private static JsonNode json(String singleQuoted) {
    try {
      return JSON.readTree(singleQuoted.replace('\'', '"'));
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  @ParameterizedTest
  @FieldSource("FINDINGS")
  void leadsToWhatTheFindingIsAbout(Found found) {
    JsonPointer pointer = JsonPointer.compile(found.finding().pointer());

    if (found.finding().kind() == Finding.Kind.MISSING_FIELD) {
      assertThat(found.body().at(pointer.head()).isObject()).isTrue();
      assertThat(found.body().at(pointer).isEmpty()).isTrue();
      assertThat(found.body().at(pointer).asText("")).isIn("", "null");
    } else {
      assertThat(found.body().at(pointer).isMissingNode()).as(found.body().toString()).isFalse();
    }
  }

  @Test
  void everyKindIsAmongThem() {
    List<Finding.Kind> kinds =
        FINDINGS.stream().map(found -> found.finding().kind()).distinct().sorted().toList();

    assertThat(kinds).containsExactlyElementsOf(Arrays.asList(Finding.Kind.values()));
  }
}
