package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.dsl.Matchers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pact with toapis: what is sent, what the responses hold, and what the mapper makes of them.
 */
class ToapisPactTest {
  private static final String PATH = "/v1/videos/generations/";
  private static final String ID = "task_01K9S419324DREZFBWNSVXYR6H";

  private static final ProviderPact PACT =
      new ProviderPact(
          ToapisPactTest.class,
          new ToapisDialect(),
          ID,
          request -> request.path(Matchers.fromProviderState(PATH + "${taskId}", PATH + ID)));

  static PactedQuery query(String name, String description) {
    return PACT.query(name, description);
  }

  static List<PactCase> cases() {
    return Stream.of(ToapisTasks.CASES, ToapisRefusals.CASES, GatewayRefusals.of(PACT))
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
