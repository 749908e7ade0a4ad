package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.dsl.Matchers;
import io.github.reelay.provider.codex22.Codex22Dialect;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pact with 22codex: what is sent, what the responses hold, and what the mapper makes of them.
 */
class Codex22PactTest {
  private static final String ID = "sora-2:task_01kbfq03gpe0wr9ge11z09xqrj";

  private static final ProviderPact PACT =
      new ProviderPact(
          Codex22PactTest.class,
          new Codex22Dialect(),
          ID,
          request ->
              request
                  .path("/v1/videos/video_id")
                  .queryParameter("id", Matchers.fromProviderState("${taskId}", ID)));

  static PactedQuery query(String name, String description) {
    return PACT.query(name, description);
  }

  static List<PactCase> cases() {
    return Stream.of(
            Codex22Tasks.CASES,
            Codex22Videos.CASES,
            Codex22Refusals.CASES,
            GatewayRefusals.of(PACT))
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsTheResponse(PactCase pinned) throws Exception {
    PACT.requireReading(pinned);
  }

  @Test
  void theCommittedPactHoldsTheseInteractions() throws IOException {
    PACT.requireCommitted(cases());
  }
}
