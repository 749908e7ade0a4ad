package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contracttools.pact.PactCli;
import io.github.reelay.contracttools.pact.PactFiles;
import io.github.reelay.contracttools.pact.PactedInteraction;
import io.github.reelay.contracttools.pact.SandboxStates;
import io.github.reelay.contracttools.pact.StateServer;
import io.github.reelay.contracttools.pact.VerificationReport;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Verifies the committed pacts against the sandbox once more, by another implementation of Pact.
 * Run by {@code -Pinterop} only, hence not named as a test; it needs Node.js.
 */
class InteropRun {
  private static final Path FOLDER = Path.of("target", "interop");

  @Test
  void anotherImplementationOfPactFindsTheSame() throws IOException, InterruptedException {
    PactCli cli = PactCli.install(FOLDER, "npm");
    VerificationReport report =
        new VerificationReport(
            "Pacts against the sandbox by Pact's Rust implementation: pinned, not proven by a"
                + " provider.");
    try (Sandbox sandbox = Sandbox.start();
        StateServer states = StateServer.start(new SandboxStates(sandbox))) {
      for (String provider : sandbox.providers()) {
        String printed = cli.verify(arguments(provider, sandbox, states));
        List<String> verified = verified(provider);
        assertThat(verified).as(printed).containsExactlyInAnyOrderElementsOf(pinned(provider));
        report.line(provider + ": " + verified.size() + " interactions verified");
      }
    }
    report.publish("interop.txt", System.out);
  }

  private static List<String> arguments(String provider, Sandbox sandbox, StateServer states) {
    URI base = sandbox.baseUrl(provider);
    return List.of(
        "--file=" + PactFiles.committed(provider).toAbsolutePath(),
        "--provider-name=" + provider,
        "--hostname=" + base.getHost(),
        "--port=" + base.getPort(),
        "--base-path=" + base.getPath(),
        "--header=Authorization=Bearer " + sandbox.apiKey(provider),
        "--state-change-url=" + states.urlFor(provider),
        "--json=" + provider + ".json",
        "--no-colour");
  }

  private static List<String> pinned(String provider) {
    return PactedInteraction.of(PactFiles.committed(provider)).stream()
        .map(PactedInteraction::description)
        .toList();
  }

  /** The interactions that the verifier's own report calls good. */
  private static List<String> verified(String provider) throws IOException {
    JsonNode report = new ObjectMapper().readTree(FOLDER.resolve(provider + ".json").toFile());
    List<String> verified = new ArrayList<>();
    for (JsonNode result : report.path("interactionResults")) {
      if (result.path("result").asText().equals("OK")) {
        verified.add(result.path("description").asText());
      }
    }
    return verified;
  }
}
