package io.github.reelay.contracttools.pact;

import io.github.reelay.provider.EnvironmentVariables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions can be sent to a real provider, and how. {@code REELAY_TOAPIS_API_KEY} gives
 * the key, {@code REELAY_TOAPIS_PACT_TASKS} the tasks by the names of the examples that they are
 * like, as in {@code completed=task_1,failed=task_2}; the other providers likewise. A refused key
 * and an unknown task need not be given.
 *
 * @param prefix what the names of this provider's variables begin with
 * @param key the key; null for none
 * @param tasks the ids of tasks by the name of their interaction
 */
record LivePlan(String prefix, @Nullable String key, Map<String, String> tasks) {
  private static final String OTHER_KEY = "reelay-not-a-key";
  private static final String NO_TASK = "missing-reelay-pact";

  /** What to do with one interaction. */
  sealed interface Step {}

  /**
   * To send it.
   *
   * @param key what to query with
   * @param task the id to query
   */
  record Send(String key, String task) implements Step {
    /** Names the task, never the key. */
    @Override
    public String toString() {
      return "Send[task=" + task + "]";
    }
  }

  /**
   * To leave it out.
   *
   * @param reason why
   */
  record Omit(String reason) implements Step {}

  /**
   * The plan for one provider.
   *
   * @throws IllegalArgumentException if a task is given under a name that no interaction has
   */
  static LivePlan of(
      String provider, Map<String, String> environment, List<PactedInteraction> interactions) {
    String keyVariable = EnvironmentVariables.key(provider);
    String prefix = keyVariable.substring(0, keyVariable.length() - "_API_KEY".length());
    String given = environment.getOrDefault(prefix + "_PACT_TASKS", "");
    Set<String> names =
        interactions.stream()
            .filter(interaction -> interaction.status() == 200)
            .map(PactedInteraction::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> tasks = new TreeMap<>();
    for (String pair : given.isBlank() ? new String[0] : given.split(",")) {
      String name = pair.strip().replaceFirst("=.*", "");
      if (!pair.contains("=") || !names.contains(name)) {
        throw new IllegalArgumentException(
            "expected pairs such as completed=ID in %s_PACT_TASKS, with one of the names %s, found"
                    .formatted(prefix, names)
                + " the name '"
                + name
                + "'");
      }
      tasks.put(name, pair.strip().substring(name.length() + 1));
    }
    String key = environment.get(keyVariable);
    return new LivePlan(prefix, key == null || key.isBlank() ? null : key.strip(), tasks);
  }

  /**
   * Omits everything without a key; else what needs a task that was not given, and responses that
   * only the provider can bring about, such as a 429.
   */
  Step step(PactedInteraction interaction) {
    if (key == null) {
      return new Omit("no key in " + prefix + "_API_KEY");
    }
    String name = interaction.name();
    return switch (name) {
      case "unauthorized" -> new Send(OTHER_KEY, NO_TASK);
      case "not-found" -> new Send(key, NO_TASK);
      default -> {
        String task = tasks.get(name);
        yield task != null ? new Send(key, task) : new Omit(whyNot(interaction));
      }
    };
  }

  private String whyNot(PactedInteraction interaction) {
    return interaction.status() == 200
        ? "no task '" + interaction.name() + "' in " + prefix + "_PACT_TASKS"
        : "when it responds with " + interaction.status() + " is up to the provider";
  }

  /** Names the variables and the tasks, never the key. */
  @Override
  public String toString() {
    return "LivePlan[" + prefix + ", tasks=" + tasks + "]";
  }
}
