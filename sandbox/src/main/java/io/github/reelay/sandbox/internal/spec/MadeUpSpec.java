package io.github.reelay.sandbox.internal.spec;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider of which only places and words are known: its examples are made from them. */
public final class MadeUpSpec {
  private static final String JSON = "application/json";
  private static final String REASON = "made up by the sandbox";

  private MadeUpSpec() {}

  /**
   * The specification of that provider.
   *
   * @param places where a response holds what, relative to the task
   * @param content the path of the video itself, with {@code {id}}; null if responses have its URL
   */
  public static ProviderSpec of(
      ProviderFacts facts, List<ValuePlace> places, @Nullable String content) {
    List<NamedExample> examples = new ArrayList<>();
    examples.add(task("queued", facts, CanonicalStatus.QUEUED, REASON, places));
    examples.add(task("running", facts, CanonicalStatus.RUNNING, REASON, places));
    examples.add(task("completed", facts, CanonicalStatus.SUCCEEDED, REASON, places));
    examples.add(task("failed", facts, CanonicalStatus.FAILED, REASON, places));
    examples.add(
        task("rejected", facts, CanonicalStatus.FAILED, "content policy violation", places));
    examples.add(
        task(
            "completed-without-video",
            facts,
            CanonicalStatus.SUCCEEDED,
            REASON,
            places.stream().filter(place -> place.name() != ValueName.VIDEO_URL).toList()));
    if (facts.words().containsKey(CanonicalStatus.CANCELLED)) {
      examples.add(task("cancelled", facts, CanonicalStatus.CANCELLED, REASON, places));
    }
    examples.add(error(401, "unauthorized", "unauthorized"));
    examples.add(error(404, "not-found", first(facts)));
    examples.add(error(429, "rate-limited", "rate_limit_exceeded"));
    return new ProviderSpec(
        facts.name(),
        OperationRoute.of(facts.path()),
        examples,
        ResponsePlaces.of(facts, places),
        content == null ? null : OperationRoute.of(content));
  }

  private static NamedExample task(
      String name,
      ProviderFacts facts,
      CanonicalStatus status,
      String reason,
      List<ValuePlace> places) {
    MadeUpBody body = new MadeUpBody(facts, status, reason);
    places.forEach(body::fill);
    return new NamedExample(200, name, JSON, Map.of(), body.root());
  }

  private static String first(ProviderFacts facts) {
    return facts.unknownTaskCodes().stream().sorted().findFirst().orElse("task_not_found");
  }

  private static NamedExample error(int status, String name, String code) {
    Map<String, Object> error = Map.of("code", code, "message", REASON);
    return new NamedExample(status, name, JSON, Map.of(), Map.of("error", error));
  }
}
