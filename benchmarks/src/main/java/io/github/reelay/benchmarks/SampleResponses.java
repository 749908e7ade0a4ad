package io.github.reelay.benchmarks;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The examples of the providers' documents, as saved responses. */
final class SampleResponses {
  private SampleResponses() {}

  /** The example of that name, with status 200, one header and a time. */
  static RecordedResponse of(String provider, String example) {
    try (Sandbox sandbox = Sandbox.start()) {
      byte[] bytes = sandbox.example(provider, example).body();
      Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));
      return new RecordedResponse(200, headers, bytes, Instant.EPOCH);
    }
  }
}
