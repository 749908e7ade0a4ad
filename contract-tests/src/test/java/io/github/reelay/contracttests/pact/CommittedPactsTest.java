package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.PactedInteraction;
import io.github.reelay.contracttools.pact.States;
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
    List<String> files = PROVIDERS.stream().map(PactFiles::nameFor).toList();

    assertThat(PactFiles.names(PactFiles.COMMITTED)).containsExactlyInAnyOrderElementsOf(files);
    assertThat(PactFiles.names(PactFiles.TOLERANCE)).containsExactlyInAnyOrderElementsOf(files);
  }

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void eachInteractionHasADescriptionAndANameOfItsOwn(String provider) {
    List<PactedInteraction> interactions = PactedInteraction.all(provider);

    assertThat(interactions).hasSizeGreaterThan(20);
    assertThat(interactions).extracting(PactedInteraction::description).doesNotHaveDuplicates();
    assertThat(interactions).extracting(PactedInteraction::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("PROVIDERS")
  void onlyWhatAProviderCanProduceIsPublished(String provider) {
    assertThat(PactedInteraction.of(PactFiles.committed(provider)))
        .extracting(PactedInteraction::state)
        .containsOnly(States.DOCUMENTED);
    assertThat(PactedInteraction.of(PactFiles.tolerance(provider)))
        .extracting(PactedInteraction::state)
        .containsOnly(States.CHANGED);
  }
}
