package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.document.ValueKind;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  /** One example for each state that the others do not show, with the state. */
  Map<NamedExample, CanonicalStatus> besides(TaskExamples others) {
    Map<NamedExample, CanonicalStatus> made = new LinkedHashMap<>();
    boolean unfinished =
        others.find(ShownState.QUEUED) != null || others.find(ShownState.RUNNING) != null;
    for (ShownState state : List.of(ShownState.QUEUED, ShownState.RUNNING)) {
      if (others.find(state) == null && (!unfinished || hasWord(state))) {
        made.put(task(state, REASON), state.status());
      }
    }
    for (ShownState state : List.of(ShownState.COMPLETED, ShownState.FAILED)) {
      boolean other =
          state == ShownState.COMPLETED
              && others.find(ShownState.WITHOUT_VIDEO) != null
              && !hasUrl();
      if (others.find(state) == null && !other) {
        made.put(task(state, REASON), state.status());
      }
    }
    return made;
  }

  /** Every state, for a document without examples. */
  List<NamedExample> all() {
    List<NamedExample> made = new ArrayList<>();
    for (ShownState state :
        List.of(ShownState.QUEUED, ShownState.RUNNING, ShownState.COMPLETED, ShownState.FAILED)) {
      made.add(task(state, REASON));
    }
    made.add(task(ShownState.REJECTED, "content policy violation"));
    made.add(task(ShownState.WITHOUT_VIDEO, REASON));
    if (hasWord(ShownState.CANCELLED)) {
      made.add(task(ShownState.CANCELLED, REASON));
    }
    return made;
  }

  private boolean hasWord(ShownState state) {
    return !facts.words().getOrDefault(state.status(), List.of()).isEmpty();
  }

  /** Whether responses have the URL of a video. */
  private boolean hasUrl() {
    return places.stream().anyMatch(place -> place.name() == ValueName.VIDEO_URL);
  }

  private NamedExample task(ShownState state, String reason) {
    MadeUpBody body = new MadeUpBody(facts, state.status(), reason, kinds);
    boolean hidden = state.status() == CanonicalStatus.SUCCEEDED && !state.video();
    places.stream()
        .filter(place -> !hidden || place.name() != ValueName.VIDEO_URL)
        .forEach(body::fill);
    return new NamedExample(200, state.name(), JSON, Map.of(), body.root());
  }
}
