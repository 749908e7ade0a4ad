package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.reelay.contracttools.pact.PactedInteraction;
import io.github.reelay.contracttools.pact.ProviderCheck;
import io.github.reelay.contracttools.pact.SandboxStates;
import io.github.reelay.contracttools.pact.States;
import io.github.reelay.contracttools.pact.VerificationReport;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Verifies the committed pacts against the sandbox. */
class SandboxVerificationTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.create();

  private static final VerificationReport REPORT =
      new VerificationReport(
          "Pacts against the sandbox, which is made from our own specifications: what holds"
              + " here is pinned, not proven.");

  private static final Map<String, Integer> HOLDING = new HashMap<>();

  @TestFactory
  Stream<DynamicContainer> respondsAsThePactsSay() {
    return SANDBOX.sandbox().providers().stream()
        .map(
            provider ->
                dynamicContainer(
                    provider,
                    PactedInteraction.all(provider).stream()
                        .map(it -> dynamicTest(it.description(), () -> verify(provider, it)))));
  }

  private static void verify(String provider, PactedInteraction interaction) {
    Sandbox sandbox = SANDBOX.sandbox();
    Map<String, Object> values =
        new SandboxStates(sandbox).prepare(provider, interaction.state(), interaction.parameters());

    List<String> differences =
        new ProviderCheck(provider, sandbox.baseUrl(provider), sandbox.apiKey(provider))
            .differences(interaction, values);

    assertThat(differences).isEmpty();
    HOLDING.merge(provider, 1, Integer::sum);
  }

  @AfterAll
  static void report() throws IOException {
    for (String provider : SANDBOX.sandbox().providers()) {
      List<PactedInteraction> all = PactedInteraction.all(provider);
      long changed = all.stream().filter(it -> it.state().equals(States.CHANGED)).count();
      REPORT.line(
          "%s: %d of %d interactions hold; %d are answered by an example of the specification, %d by"
                  .formatted(
                      provider,
                      HOLDING.getOrDefault(provider, 0),
                      all.size(),
                      all.size() - changed,
                      changed)
              + " one after changes, which is tolerated and not published");
    }
    REPORT.publish("sandbox.txt", System.out);
  }
}
