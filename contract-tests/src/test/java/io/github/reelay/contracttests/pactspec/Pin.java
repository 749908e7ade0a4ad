package io.github.reelay.contracttests.pactspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One member of a body that an interaction pins.
 *
 * @param path where it stands
 * @param value the value in the pact; null as JSON where the pact pins that
 * @param matchers the kinds of match that hold there; none if the value itself is pinned
 */
record Pin(BodyPath path, JsonNode value, Set<String> matchers) {

  /** Every member of the interaction's body, the outer ones first. */
  static List<Pin> of(Interaction interaction) {
    List<Pin> pins = new ArrayList<>();
    collect(interaction.body(), BodyPath.TOP, rules(interaction), pins);
    return pins;
  }

  private static void collect(
      JsonNode value, BodyPath path, Map<String, Set<String>> rules, List<Pin> pins) {
    if (!path.steps().isEmpty()) {
      pins.add(new Pin(path, value, rules.getOrDefault(path.toString(), Set.of())));
    }
    if (value.isArray()) {
      value.forEach(element -> collect(element, path.to(Schemas.ELEMENT), rules, pins));
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      collect(member.getValue(), path.to(member.getKey()), rules, pins);
    }
  }

  /** The kinds of match by place, as {@link BodyPath#toString} writes it. */
  static Map<String, Set<String>> rules(Interaction interaction) {
    Map<String, Set<String>> rules = new TreeMap<>();
    JsonNode body = interaction.response().at("/matchingRules/body");
    for (Map.Entry<String, JsonNode> rule : body.properties()) {
      Set<String> matches =
          rule.getValue().path("matchers").findValuesAsText("match").stream()
              .collect(Collectors.toCollection(TreeSet::new));
      rules
          .computeIfAbsent(BodyPath.ofRule(rule.getKey()).toString(), place -> new TreeSet<>())
          .addAll(matches);
    }
    return rules;
  }

  /** Whether the value itself is pinned, and not only its kind. */
  boolean isExact() {
    return matchers.isEmpty();
  }
}
