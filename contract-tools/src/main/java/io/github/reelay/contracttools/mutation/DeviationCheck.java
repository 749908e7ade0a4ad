package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One body for each provider in which values have other types than documented, and the findings
 * that this leaves. An example cannot show how strict the contract is; this can.
 */
final class DeviationCheck {
  private DeviationCheck() {}

  static Stream<String> complaints(Subject subject) {
    String provider = subject.spec().provider();
    String file = "mutation/deviations/" + provider + ".json";
    if (!Files.exists(TestResources.path(file))) {
      return Stream.of("expected a body of " + provider + " in " + file + ", found none; add one");
    }
    JsonNode deviation = TestResources.json(file);
    byte[] body = TestResources.bytes(deviation.get("body"));
    QueryResult result =
        subject.client().dialect().read(provider, "id", RecordedResponse.ofBody(body));
    List<String> found =
        result.findings().stream()
            .map(finding -> finding.kind().jsonName() + " " + finding.pointer())
            .toList();
    List<String> expected = new ArrayList<>();
    deviation.get("findings").forEach(finding -> expected.add(finding.asText()));
    return found.equals(expected)
        ? Stream.of()
        : Stream.of("expected the findings " + expected + ", found " + found);
  }
}
