package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.sandbox.RecordedRequest;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.junit.SandboxExtension;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The verification of real providers, with the sandbox in their place. */
@ExtendWith(SandboxExtension.class)
class LiveVerificationTest {

  @Test
  void verifiesWhatIsGivenAndListsTheRest(Sandbox sandbox) {
    LiveVerification verification =
        new LiveVerification(environment(sandbox, "completed=example-completed-1"));

    verification.run();

    assertThat(verification.report().text())
        .contains("toapis at 127.0.0.1")
        .contains("  verified: a query for a completed task with the video in the result")
        .contains("  verified: a query for a task with a key that is not accepted")
        .contains("  verified: a query for a task that does not exist")
        .contains(
            "  not verified: a query for a task in the queue: no task 'queued' in"
                + " REELAY_TOAPIS_PACT_TASKS")
        .contains(
            "  not verified: a query for a task too often: when it responds with 429 is up to the"
                + " provider")
        .contains(
            "  not verified: a query for a cancelled task: no key in REELAY_XINGCHAOYIQING_API_KEY")
        .doesNotContain(sandbox.apiKey("toapis"));
    assertThat(verification.report().text())
        .as("of a provider that anybody runs")
        .contains("new-api at no address")
        .contains("no address in REELAY_NEW_API_BASE_URL");
    assertThat(verification.report().text().lines().filter(line -> line.contains("verified: ")))
        .hasSize(
            TestProviders.names().stream()
                .mapToInt(name -> PactedInteraction.of(PactFiles.committed(name)).size())
                .sum());
  }

  @Test
  void reportsTheResultOfEachProviderThatWasQueried(Sandbox sandbox) {
    LiveVerification verification =
        new LiveVerification(environment(sandbox, "completed=example-completed-3"));

    verification.run();

    assertThat(verification.results()).hasSize(1);
    LiveResult result = verification.results().get(0);
    assertThat(result.provider()).isEqualTo("toapis");
    assertThat(result.verified())
        .containsExactlyInAnyOrder("toapis completed", "toapis unauthorized", "toapis not-found");
    assertThat(result.differing()).isEmpty();
    assertThat(result.omitted())
        .contains("toapis queued: no task 'queued' in REELAY_TOAPIS_PACT_TASKS");
  }

  @Test
  void sendsQueriesOnly(Sandbox sandbox) {
    new LiveVerification(environment(sandbox, "completed=example-completed-2")).run();

    assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThat(sandbox.queries("toapis", "example-completed-2")).isEqualTo(1);
  }

  @Test
  void failsIfAResponseDiffers(Sandbox sandbox) {
    LiveVerification verification =
        new LiveVerification(environment(sandbox, "completed=example-running-1"));

    assertThatThrownBy(verification::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected the providers to respond as the pacts say, found differences in [toapis"
                + " completed]");
    assertThat(verification.report().text())
        .contains("  differs: a query for a completed task with the video in the result")
        .contains("body: $.status Expected 'in_progress' (String) to be equal to 'completed'");
  }

  @Test
  void failsIfNothingCouldBeVerified() {
    LiveVerification verification = new LiveVerification(Map.of());

    assertThatThrownBy(verification::run)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected to verify at least one interaction, found no key of any provider; set"
                + " REELAY_<PROVIDER>_API_KEY and REELAY_<PROVIDER>_PACT_TASKS");
  }

  @Test
  void refusesATaskUnderANameThatNoInteractionHas(Sandbox sandbox) {
    LiveVerification verification = new LiveVerification(environment(sandbox, "complete=t-1"));

    assertThatThrownBy(verification::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected pairs such as completed=ID in REELAY_TOAPIS_PACT_TASKS, with one of the names"
                + " [completed, completed-top-level-url, completed-without-video, ")
        .hasMessageEndingWith(", found the name 'complete'");
  }

  private static Map<String, String> environment(Sandbox sandbox, String tasks) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("REELAY_TOAPIS_BASE_URL", sandbox.baseUrl("toapis").toString());
    environment.put("REELAY_TOAPIS_API_KEY", sandbox.apiKey("toapis"));
    environment.put("REELAY_TOAPIS_PACT_TASKS", tasks);
    return environment;
  }
}
