package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Some bodies for each provider that leave the contract on purpose, with the findings, and the
 * failure if it shows one. An example cannot show how strict the contract is; these can.
 */
final class DeviationCheck {
  private DeviationCheck() {}

  static Stream<String> complaints(Subject subject) {
    String provider = subject.spec().provider();
    String file = "mutation/deviations/" + provider + ".json";
    if (!Files.exists(TestResources.path(file))) {
      return Stream.of("expected bodies of " + provider + " in " + file + ", found none; add one");
    }
    JsonNode deviations = TestResources.json(file);
    return StreamSupport.stream(deviations.spliterator(), false)
        .flatMap(deviation -> complaints(subject, provider, deviation));
  }

  private static Stream<String> complaints(Subject subject, String provider, JsonNode deviation) {
    byte[] body = TestResources.bytes(deviation.get("body"));
    QueryResult result =
        subject.client().dialect().read(provider, "id", RecordedResponse.ofBody(body));
    return Stream.concat(
        differs("the findings", texts(deviation.get("findings")), findings(result)),
        differs("the failure", deviation.path("failure").asText(), failure(result)));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<String> findings(QueryResult result) {
    return result.findings().stream()
        .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .toList();
  }

  private static String failure(QueryResult result) {
    if (result instanceof QueryResult.Failed failed) {
      Failure failure = failed.failure();
      return failure.code() + ": " + failure.message();
    }
    return "";
  }

  private static Stream<String> differs(String what, Object expected, Object found) {
    return expected.equals(found)
        ? Stream.of()
        : Stream.of("expected %s %s, found %s".formatted(what, expected, found));
  }
}
