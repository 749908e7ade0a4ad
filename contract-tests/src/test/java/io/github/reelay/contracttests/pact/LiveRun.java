package io.github.reelay.contracttests.pact;

import io.github.reelay.contracttools.pact.LiveVerification;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Run by {@code -Plive} only, hence not named as a test. */
class LiveRun {

  @Test
  void providersAnswerAsThePactsSay() throws IOException {
    LiveVerification verification = new LiveVerification(System.getenv());
    try {
      verification.run();
    } finally {
      verification.report().publish("live.txt", System.out);
    }
  }
}
