package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The changes that somebody vouches for: each counts as a patch. A waiver quotes one change by its
 * pointer and what happened, so that it never covers the next one.
 */
final class Waivers {
  private static final List<String> KEYS = List.of("provider", "pointer", "change", "reason");

  private final String file;
  private final List<JsonNode> all = new ArrayList<>();
  private final Set<JsonNode> used = new LinkedHashSet<>();

  private Waivers(String file) {
    this.file = file;
  }

  /**
   * Reads all waivers; {@link #problems} says which of them are malformed.
   *
   * @param file where it lies, for messages
   */
  static Waivers parse(String file, String yaml) {
    Waivers waivers = new Waivers(file);
    Yaml.read(yaml).path("waivers").forEach(waivers.all::add);
    return waivers;
  }

  /** Where they lie, for messages. */
  String file() {
    return file;
  }

  /** The changes of that provider, with those lowered that are waived. */
  List<Change> apply(String provider, List<Change> changes) {
    return changes.stream().map(change -> apply(provider, change)).toList();
  }

  private Change apply(String provider, Change change) {
    for (JsonNode waiver : all) {
      boolean meant =
          text(waiver, "provider").equals(provider)
              && text(waiver, "pointer").equals(change.pointer())
              && text(waiver, "change").equals(change.what());
      if (meant && change.notable() && problem(waiver).isEmpty()) {
        used.add(waiver);
        return change.waived();
      }
    }
    return change;
  }

  /** What is wrong with the waivers themselves, once all changes are known. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (JsonNode waiver : all) {
      String problem = problem(waiver);
      if (!problem.isEmpty()) {
        problems.add(problem);
      } else if (!used.contains(waiver)) {
        problems.add(
            """
            %s: expected a breaking or minor change of %s at %s that reads '%s', found none; \
            delete the waiver.\
            """
                .formatted(
                    file,
                    text(waiver, "provider"),
                    text(waiver, "pointer"),
                    text(waiver, "change")));
      }
    }
    return problems;
  }

  private String problem(JsonNode waiver) {
    List<String> keys = new ArrayList<>();
    waiver.fieldNames().forEachRemaining(keys::add);
    if (!KEYS.containsAll(keys) || !keys.containsAll(KEYS.subList(0, 3))) {
      return """
      %s: expected a waiver with provider, pointer, change and reason, found %s; write these \
      four.\
      """
          .formatted(file, keys);
    }
    if (text(waiver, "reason").isBlank()) {
      return """
      %s: expected a reason in the waiver of %s at %s, found none; write why nobody notices.\
      """
          .formatted(file, text(waiver, "provider"), text(waiver, "pointer"));
    }
    return "";
  }

  private static String text(JsonNode waiver, String key) {
    return waiver.path(key).isNull() ? "" : waiver.path(key).asText();
  }
}
