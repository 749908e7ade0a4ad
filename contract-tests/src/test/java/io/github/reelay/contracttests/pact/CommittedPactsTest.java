package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.PactedInteraction;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommittedPactsTest {
  static final List<String> PROVIDERS = TestProviders.names();

  @Test
  void thereIsOneForEveryProvider() throws IOException {
    assertThat(PactFiles.names(PactFiles.COMMITTED))
        .containsExactlyInAnyOrderElementsOf(PROVIDERS.stream().map(PactFiles::nameFor).toList());
  }

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void eachInteractionHasADescriptionAndANameOfItsOwn(String provider) {
    List<PactedInteraction> interactions = PactedInteraction.of(PactFiles.committed(provider));

    assertThat(interactions).hasSizeGreaterThan(20);
    assertThat(interactions).extracting(PactedInteraction::description).doesNotHaveDuplicates();
    assertThat(interactions).extracting(PactedInteraction::name).doesNotHaveDuplicates();
  }
}
