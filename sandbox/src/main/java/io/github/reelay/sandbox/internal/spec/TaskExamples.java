package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.internal.word.StatusWord;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which examples show a task in which state. The status word in an example decides, by what the
 * document says that the word means. Where no word tells running from waiting, progress does.
 */
final class TaskExamples {
  private final Map<String, CanonicalStatus> meanings;
  private final ResponsePlaces places;
  private final Map<NamedExample, CanonicalStatus> states = new LinkedHashMap<>();

  /**
   * Takes the examples of responses of status 2xx that have a status word; no other shows a task.
   */
  TaskExamples(ProviderFacts facts, ResponsePlaces places, List<NamedExample> examples) {
    this.meanings = meanings(facts);
    this.places = places;
    for (NamedExample example : examples) {
      CanonicalStatus state = example.status() / 100 == 2 ? state(example) : null;
      if (state != null) {
        states.put(example, state);
      }
    }
    if (!states.containsValue(CanonicalStatus.RUNNING)) {
      states.replaceAll(
          (example, state) -> isAdvanced(example, state) ? CanonicalStatus.RUNNING : state);
    }
  }

  /** Adds an example of a state, whatever its word is. */
  void put(NamedExample example, ShownState state) {
    states.put(example, state.status());
  }

  /** The example that shows it; null if none does. */
  @Nullable NamedExample find(ShownState wanted) {
    List<NamedExample> found = new ArrayList<>();
    states.forEach(
        (example, state) -> {
          boolean succeeded = state == CanonicalStatus.SUCCEEDED;
          if (state == wanted.status() && (!succeeded || hasVideo(example) == wanted.video())) {
            found.add(example);
          }
        });
    return found.stream()
        .filter(example -> example.name().equals(wanted.example()))
        .findFirst()
        .orElse(found.isEmpty() ? null : found.get(0));
  }

  private @Nullable CanonicalStatus state(NamedExample example) {
    for (Object word : values(example, Set.of(ValueName.STATUS))) {
      if (!String.valueOf(word).isBlank()) {
        return meaning(String.valueOf(word));
      }
    }
    return null;
  }

  /** The words as they are, and as the normalizer compares them. */
  private static Map<String, CanonicalStatus> meanings(ProviderFacts facts) {
    Map<String, CanonicalStatus> meanings = new HashMap<>();
    facts
        .words()
        .forEach(
            (status, words) ->
                words.forEach(
                    word -> {
                      meanings.put(word, status);
                      meanings.put(StatusWord.normalise(word), status);
                    }));
    return meanings;
  }

  /** A word that the document does not name may be one of ours. */
  private @Nullable CanonicalStatus meaning(String word) {
    String normal = StatusWord.normalise(word);
    CanonicalStatus exact = meanings.get(word);
    CanonicalStatus own = exact != null ? exact : meanings.get(normal);
    return own != null ? own : CanonicalStatus.of(normal);
  }

  private boolean isAdvanced(NamedExample example, CanonicalStatus state) {
    return state == CanonicalStatus.QUEUED
        && values(example, Set.of(ValueName.PROGRESS_PERCENT, ValueName.PROGRESS_FRACTION)).stream()
            .anyMatch(progress -> String.valueOf(progress).matches(".*[1-9].*"));
  }

  private boolean hasVideo(NamedExample example) {
    return values(example, Set.of(ValueName.VIDEO_URL)).stream()
        .anyMatch(url -> String.valueOf(url).matches("\\s*https?://.*"));
  }

  private List<Object> values(NamedExample example, Set<ValueName> names) {
    List<Object> values = new ArrayList<>();
    collect(example.value(), "", names, values);
    return values;
  }

  private void collect(
      @Nullable Object value, String path, Set<ValueName> names, List<Object> values) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> collect(member, path + "/" + name, names, values));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), path + "/" + i, names, values);
      }
    } else if (value != null && places.at(path).stream().anyMatch(names::contains)) {
      values.add(value);
    }
  }
}
