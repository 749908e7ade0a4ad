package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.document.ValueKind;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes responses up for the states that no example of a document shows.
 *
 * @param facts the words, and where the task stands
 * @param places where a response holds what, relative to the task
 * @param kinds what the contract declares to be at a place; empty without one
 */
record MadeUpTasks(ProviderFacts facts, List<ValuePlace> places, Map<String, ValueKind> kinds) {
  private static final String JSON = "application/json";

  /** Why a made-up task failed. */
  static final String REASON = "made up by the sandbox";

  /** Adds an example of each state that no example shows. */
  void complete(TaskExamples examples) {
    boolean unfinished =
        examples.find(ShownState.QUEUED) != null || examples.find(ShownState.RUNNING) != null;
    for (ShownState state : List.of(ShownState.QUEUED, ShownState.RUNNING)) {
      if (examples.find(state) == null && (!unfinished || hasWord(state))) {
        examples.put(task(state), state);
      }
    }
    boolean completed =
        examples.find(ShownState.COMPLETED) != null
            || examples.find(ShownState.WITHOUT_VIDEO) != null && !hasUrl();
    if (!completed) {
      examples.put(task(ShownState.COMPLETED), ShownState.COMPLETED);
    }
    if (examples.find(ShownState.FAILED) == null) {
      examples.put(task(ShownState.FAILED), ShownState.FAILED);
    }
  }

  /** Every state, for a document without examples. */
  List<NamedExample> all() {
    return Arrays.stream(ShownState.values())
        .filter(state -> state != ShownState.CANCELLED || hasWord(state))
        .map(this::task)
        .toList();
  }

  private boolean hasWord(ShownState state) {
    return !facts.words().getOrDefault(state.status(), List.of()).isEmpty();
  }

  /** Whether responses have the URL of a video. */
  private boolean hasUrl() {
    return places.stream().anyMatch(place -> place.name() == ValueName.VIDEO_URL);
  }

  private NamedExample task(ShownState state) {
    String reason = state == ShownState.REJECTED ? "content policy violation" : REASON;
    MadeUpBody body = new MadeUpBody(facts, state.status(), reason, kinds);
    boolean hidden = state.status() == CanonicalStatus.SUCCEEDED && !state.video();
    places.stream()
        .filter(place -> !hidden || place.name() != ValueName.VIDEO_URL)
        .forEach(body::fill);
    return new NamedExample(200, state.example(), JSON, Map.of(), body.root());
  }
}
