package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValuePlace;
import io.github.reelay.sandbox.internal.spec.ProviderSpec.Responses;
import io.github.reelay.sandbox.internal.spec.ProviderSpec.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider of which only places and words are known: its examples are made from them. */
public final class MadeUpSpec {
  private MadeUpSpec() {}

  /**
   * The specification of that provider.
   *
   * @param places where a response holds what, relative to the task
   * @param content the path of the video itself, with {@code {id}}; null if responses have its URL
   */
  public static ProviderSpec of(
      ProviderFacts facts, List<ValuePlace> places, @Nullable String content) {
    MadeUpTasks tasks = new MadeUpTasks(facts, places, Map.of());
    List<NamedExample> examples = new ArrayList<>(tasks.all());
    examples.add(error(401, "unauthorized", "unauthorized"));
    examples.add(error(404, "not-found", first(facts)));
    examples.add(error(429, "rate-limited", "rate_limit_exceeded"));
    return new ProviderSpec(
        facts.name(),
        facts,
        new Routes(
            OperationRoute.of(facts.path()), content == null ? null : OperationRoute.of(content)),
        new Responses(examples, tasks, ResponsePlaces.of(facts, places)));
  }

  private static String first(ProviderFacts facts) {
    return facts.unknownTaskCodes().stream().sorted().findFirst().orElse("task_not_found");
  }

  private static NamedExample error(int status, String name, String code) {
    Map<String, Object> error = Map.of("code", code, "message", MadeUpTasks.REASON);
    return new NamedExample(status, name, "application/json", Map.of(), Map.of("error", error));
  }
}
