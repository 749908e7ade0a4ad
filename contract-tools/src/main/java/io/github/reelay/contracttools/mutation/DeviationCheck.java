package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The table of a provider: responses that leave the contract on purpose or refuse a query, with the
 * findings, and the failure if it shows one. An example cannot show how strict the contract is;
 * these can.
 */
public final class DeviationCheck {
  private DeviationCheck() {}

  /**
   * Where the provider's shipped dialect reads a response of the table otherwise than the table
   * says.
   *
   * @param provider its name, such as {@code toapis}
   * @return one sentence each; empty if the table is right
   */
  public static List<String> complaints(String provider) {
    return complaints(provider, TestProviders.dialect(provider)).toList();
  }

  static Stream<String> complaints(Subject subject) {
    return complaints(subject.spec().provider(), subject.client().dialect());
  }

  private static Stream<String> complaints(String provider, Dialect dialect) {
    String file = "mutation/deviations/" + provider + ".json";
    if (!Files.exists(TestResources.path(file))) {
      return Stream.of("expected bodies of " + provider + " in " + file + ", found none; add one");
    }
    JsonNode deviations = TestResources.json(file);
    return StreamSupport.stream(deviations.spliterator(), false)
        .flatMap(deviation -> complaints(provider, dialect, deviation));
  }

  private static Stream<String> complaints(String provider, Dialect dialect, JsonNode deviation) {
    byte[] body = TestResources.bytes(deviation.get("body"));
    int status = deviation.path("status").asInt(200);
    RecordedResponse response = new RecordedResponse(status, Map.of(), body);
    QueryResult result = dialect.read(provider, "id", response);
    String of = " of " + deviation.get("body");
    return Stream.concat(
        differs("the findings" + of, texts(deviation.path("findings")), findings(result)),
        differs(
            "the failure" + of,
            deviation.path("failure").asText(),
            failure(result, deviation.has("status"))));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asText).toList();
  }

  private static List<String> findings(QueryResult result) {
    return result.findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }

  /** Code and message; kind and retry too where the table has the HTTP status. */
  private static String failure(QueryResult result, boolean whole) {
    if (result instanceof QueryResult.Failed failed) {
      Failure failure = failed.failure();
      String said = failure.code() + ": " + failure.message();
      return whole ? failure.kind() + ", retry " + failure.retry() + ", " + said : said;
    }
    return "";
  }

  private static Stream<String> differs(String what, Object expected, Object found) {
    return expected.equals(found)
        ? Stream.of()
        : Stream.of("expected %s %s, found %s".formatted(what, expected, found));
  }
}
