package io.github.reelay.contracttests.pact;

import au.com.dius.pact.consumer.dsl.Matchers;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pact with xingchaoyiqing: what is sent, what the responses hold, and what the mapper makes of
 * them.
 */
class XingchaoyiqingPactTest {
  private static final String PATH = "/v1/result/";
  private static final String ID = "sora_abc123def456";

  private static final ProviderPact PACT =
      new ProviderPact(
          XingchaoyiqingPactTest.class,
          new XingchaoyiqingDialect(),
          ID,
          request -> request.path(Matchers.fromProviderState(PATH + "${taskId}", PATH + ID)));

  static PactedQuery query(String name, String description) {
    return PACT.query(name, description);
  }

  static List<PactCase> cases() {
    return Stream.of(
            XingchaoyiqingTasks.CASES, XingchaoyiqingRefusals.CASES, GatewayRefusals.of(PACT))
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
