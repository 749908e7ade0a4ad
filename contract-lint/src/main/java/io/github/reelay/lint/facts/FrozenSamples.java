package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.internal.pointer.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The responses that a provider documents, leaf by leaf, against the examples that repeat them. */
final class FrozenSamples {
  private final FactRegister register;
  private final List<String> problems = new ArrayList<>();

  private FrozenSamples(FactRegister register) {
    this.register = register;
  }

  /** One sentence for each leaf that differs, and for each sample without its example. */
  static List<String> problems(FactRegister register, JsonNode spec) {
    FrozenSamples samples = new FrozenSamples(register);
    register
        .samples()
        .forEach((name, sample) -> samples.compare(name, "", sample, example(spec, name)));
    return samples.problems;
  }

  private static JsonNode example(JsonNode spec, String name) {
    for (JsonNode examples : spec.path("paths").findValues("examples")) {
      if (examples.has(name)) {
        return examples.get(name).path("value");
      }
    }
    return spec.path("no example of that name");
  }

  private void compare(String name, String pointer, JsonNode sample, JsonNode found) {
    if (sample.isObject() && found.isObject()) {
      List<String> expected = names(sample);
      if (!names(found).equals(expected)) {
        differ(name, pointer, "the members " + expected + " in this order", names(found));
      }
      for (Map.Entry<String, JsonNode> member : sample.properties()) {
        if (found.has(member.getKey())) {
          String below = JsonPointers.below(pointer, member.getKey());
          compare(name, below, member.getValue(), found.get(member.getKey()));
        }
      }
    } else if (sample.isArray() && found.isArray() && sample.size() == found.size()) {
      for (int i = 0; i < sample.size(); i++) {
        compare(name, pointer + "/" + i, sample.get(i), found.get(i));
      }
    } else if (!sample.toString().equals(found.toString())) { // decimals as they are written
      differ(name, pointer, sample, found.isMissingNode() ? "none" : found);
    }
  }

  private void differ(String name, String pointer, Object expected, Object found) {
    problems.add(
        "expected %s of the example '%s' in %s to be %s, as the provider documents it, found %s"
            .formatted(
                pointer.isEmpty() ? "the whole" : pointer, name, register.spec(), expected, found));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
