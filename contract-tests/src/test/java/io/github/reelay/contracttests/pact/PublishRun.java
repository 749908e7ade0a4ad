package io.github.reelay.contracttests.pact;

import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.PactPublisher;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Run by {@code -Ppublish-pacts} only, after all tests, hence not named as a test. */
class PublishRun {

  @Test
  void publishesEveryCommittedPact() throws IOException, InterruptedException {
    Map<String, Path> pacts = new TreeMap<>();
    TestProviders.names().forEach(name -> pacts.put(name, PactFiles.committed(name)));

    PactPublisher.from(System.getenv()).publish(pacts).forEach(System.out::println);
  }
}
