package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.sandbox.junit.SandboxExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a verification says when the sandbox cannot be prepared, or responds otherwise. */
@ExtendWith(SandboxExtension.class)
class SandboxStatesTest {

  @Test
  void refusesAStateThatItDoesNotKnow(Sandbox sandbox) {
    assertThatThrownBy(
            () ->
                new SandboxStates(sandbox)
                    .prepare("toapis", "it rains", Map.of(States.EXAMPLE, "queued")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected one of the states 'the provider answers with a documented example' and 'the"
                + " provider answers with a documented example after changes', found 'it rains'");
  }

  @Test
  void refusesToRemoveWhatTheExampleDoesNotHave(Sandbox sandbox) {
    assertThatThrownBy(() -> changed(sandbox, States.REMOVE, List.of("/videourl")))
        .hasMessage(
            "expected the example to have the member /videourl, found none; drop the removal");
  }

  @Test
  void refusesToChangeInsideOfWhatTheExampleDoesNotHave(Sandbox sandbox) {
    assertThatThrownBy(() -> changed(sandbox, States.SET, Map.of("/result/url", "u")))
        .hasMessage("expected the example to have an object at '/result', found none");
  }

  private static void changed(Sandbox sandbox, String what, Object change) {
    new SandboxStates(sandbox)
        .prepare("toapis", States.CHANGED, Map.of(States.EXAMPLE, "queued", what, change));
  }

  @Test
  void namesEveryDifferenceWithoutTheKeyAndWithoutQueries(Sandbox sandbox) {
    String key = sandbox.apiKey("toapis");
    String body =
        """
        {"id":7,"status":"in_progress","model":"sora-2","created_at":1,
        "progress":"%s https://files.example.com/1.mp4?signature=s"}\
        """
            .formatted(key);
    sandbox.enqueue("toapis", "t-1", SandboxResponse.json(200, body));
    ProviderCheck check = new ProviderCheck("toapis", sandbox.baseUrl("toapis"), key);

    List<String> differences = check.differences(running(), Map.of(States.TASK_ID, "t-1"));

    assertThat(differences)
        .containsExactly(
            "body: $.id Expected 7 (Integer) to be the same type as 'video_7497f4d5' (String)",
            "body: $.progress Expected '(key) https://files.example.com/1.mp4?(cut)' (String) to be"
                + " an integer");
    assertThat(check).hasToString("ProviderCheck[toapis, host=127.0.0.1]");
  }

  private static PactedInteraction running() {
    return PactedInteraction.of(PactFiles.committed("toapis")).stream()
        .filter(interaction -> interaction.name().equals("running"))
        .findFirst()
        .orElseThrow();
  }
}
