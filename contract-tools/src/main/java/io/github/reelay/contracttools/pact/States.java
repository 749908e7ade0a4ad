package io.github.reelay.contracttools.pact;

import java.util.Map;

/** The two states of a provider that the pacts know, and their parameters. */
public final class States {
  /** The provider responds with an example of its specification. */
  public static final String DOCUMENTED = "the provider answers with a documented example";

  /** The provider responds with an example after changes that the parameters list. */
  public static final String CHANGED =
      "the provider answers with a documented example after changes";

  /** The name of the example. */
  public static final String EXAMPLE = "example";

  /** The name of the changed example. */
  public static final String VARIANT = "variant";

  /** What the provider gives to the request: the id of the task. */
  public static final String TASK_ID = "taskId";

  /** A map from JSON Pointers to the values that stand there. */
  public static final String SET = "set";

  /** A list of JSON Pointers to members that are absent. */
  public static final String REMOVE = "remove";

  private States() {}

  /** {@link #DOCUMENTED} if the example is the only parameter, else {@link #CHANGED}. */
  public static String nameOf(Map<String, Object> parameters) {
    return parameters.size() == 1 ? DOCUMENTED : CHANGED;
  }
}
