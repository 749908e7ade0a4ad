package io.github.reelay.contracttools.pact;

import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Holds the committed pacts against the providers themselves, by queries only. What is not verified
 * is listed with its reason. See {@link LivePlan} for the environment.
 */
public final class LiveVerification {
  private final Map<String, String> environment;
  private final VerificationReport report =
      new VerificationReport("Pacts against the providers themselves, by queries only.");
  private final List<LiveResult> results = new ArrayList<>();

  /** One with the keys and tasks of an environment; see {@link LivePlan}. */
  public LiveVerification(Map<String, String> environment) {
    this.environment = environment;
  }

  /** What has been verified so far, and what has not. */
  public VerificationReport report() {
    return report;
  }

  /** The results so far of the providers of which anything was queried. */
  public List<LiveResult> results() {
    return results.stream().filter(LiveResult::wasQueried).toList();
  }

  /**
   * Queries every provider that has a key.
   *
   * @throws AssertionError if a response differs from its pact, or if nothing could be verified
   * @throws IllegalArgumentException if a task is given under a name that no interaction has
   */
  public void run() {
    try (Providers providers = Providers.discover(environment)) {
      providers.all().forEach(this::verify);
    }
    List<String> differing =
        results.stream().flatMap(result -> result.differing().stream()).toList();
    if (!differing.isEmpty()) {
      throw new AssertionError(
          "expected the providers to respond as the pacts say, found differences in " + differing);
    }
    if (results().isEmpty()) {
      throw new AssertionError(
          "expected to verify at least one interaction, found no key of any provider; set"
              + " REELAY_<PROVIDER>_API_KEY and REELAY_<PROVIDER>_PACT_TASKS");
    }
  }

  private void verify(Provider provider) {
    List<PactedInteraction> interactions =
        PactedInteraction.of(PactFiles.committed(provider.name()));
    LivePlan plan = LivePlan.of(provider.name(), environment, interactions);
    List<String> verified = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    URI address = provider.baseUrl();
    report.line(provider.name() + " at " + (address == null ? "no address" : address.getHost()));
    LivePlan.Step nowhere =
        new LivePlan.Omit("no address in " + EnvironmentVariables.baseUrl(provider.name()));
    for (PactedInteraction interaction : interactions) {
      LivePlan.Step step = address == null ? nowhere : plan.step(interaction);
      if (step instanceof LivePlan.Send send) {
        boolean holds = holds(provider, interaction, send);
        (holds ? verified : differing).add(provider.name() + " " + interaction.name());
      } else if (step instanceof LivePlan.Omit omit) {
        report.line("  not verified: " + interaction.description() + ": " + omit.reason());
        omitted.add(provider.name() + " " + interaction.name() + ": " + omit.reason());
      }
    }
    results.add(new LiveResult(provider.name(), verified, differing, omitted));
  }

  private boolean holds(Provider provider, PactedInteraction interaction, LivePlan.Send send) {
    List<String> differences =
        new ProviderCheck(provider.name(), provider.baseUrl(), send.key())
            .differences(interaction, Map.of(States.TASK_ID, send.task()));
    if (differences.isEmpty()) {
      report.line("  verified: " + interaction.description());
      return true;
    }
    report.line("  differs: " + interaction.description());
    differences.forEach(difference -> report.line("    " + difference));
    return false;
  }
}
