package io.github.reelay.contracttests.pact;

import io.github.reelay.contracttools.pact.LiveResult;
import io.github.reelay.contracttools.pact.LiveVerification;
import io.github.reelay.contracttools.pact.ResultPublisher;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Run by {@code -Plive} only, hence not named as a test. */
class LiveRun {
  @Test
  void providersRespondAsThePactsSay() throws IOException, InterruptedException {
    Map<String, String> environment = System.getenv();
    LiveVerification verification = new LiveVerification(environment);
    try {
      verification.run();
    } finally {
      verification.report().publish("live.txt", System.out);
      if (environment.containsKey("PACT_BROKER_BASE_URL")) {
        ResultPublisher publisher = ResultPublisher.from(environment);
        for (LiveResult result : verification.results()) {
          System.out.println("result published to " + publisher.publish(result));
        }
      }
    }
  }
}
