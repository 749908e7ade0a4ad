package io.github.reelay.contracttests.pact;

import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.PactPublisher;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Run by {@code -Ppublish-pacts} only, after all tests, hence not named as a test. */
class PublishRun {

  @Test
  void publishesEveryCommittedPact() throws IOException, InterruptedException {
    PactPublisher publisher = PactPublisher.from(System.getenv());
    try (Providers providers = Providers.discover(Map.of())) {
      for (Provider provider : providers.all()) {
        String name = provider.name();
        System.out.println("published " + publisher.publish(name, PactFiles.committed(name)));
      }
    }
  }
}
