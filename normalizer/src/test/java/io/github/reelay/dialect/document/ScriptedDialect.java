package io.github.reelay.dialect.document;

import io.github.reelay.contract.AnyValue;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.mapping.TaskValues;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A dialect whose mapping hands over what a test sets; of a body only the status counts. */
final class ScriptedDialect extends DocumentedDialect {
  private ScriptedDialect(String envelope, Consumer<TaskValues> script) {
    super(new ScriptedMapping(envelope, script));
  }

  /** The task that those values make, of a task with that status word. */
  static VideoTask task(String word, Consumer<TaskValues> script) {
    return task("", "{\"status\":\"" + word + "\"}", script);
  }

  /** The task that those values make, of a body with the task at that pointer. */
  static VideoTask task(String envelope, String body, Consumer<TaskValues> script) {
    return new ScriptedDialect(envelope, script).read(body).taskOrThrow();
  }

  @Override
  public ClientBinding<?> binding() {
    throw new UnsupportedOperationException("expected no live query");
  }

  private record ScriptedMapping(String envelope, Consumer<TaskValues> script)
      implements TaskMapping<Map<?, ?>> {
    @Override
    public ProviderFacts provider() {
      Duration second = Duration.ofSeconds(1);
      return new ProviderFacts(
          "scripted",
          URI.create("https://relay.example"),
          "/{id}",
          URI.create("https://docs.relay.example"),
          LocalDate.of(2026, 11, 26),
          new PollingFacts(second, second, second, null),
          Duration.ofHours(1),
          "mp4",
          envelope,
          Map.of(
              CanonicalStatus.QUEUED, List.of("NOT_START"),
              CanonicalStatus.RUNNING, List.of("IN_PROGRESS", "canned"),
              CanonicalStatus.SUCCEEDED, List.of("SUCCESS"),
              CanonicalStatus.FAILED, List.of("FAILURE")),
          Set.of());
    }

    @Override
    public @Nullable Map<?, ?> readTask(ContractReader in) {
      AnyValue value = in.any();
      return value != null && value.value() instanceof Map<?, ?> members ? members : null;
    }

    @Override
    public @Nullable String status(Map<?, ?> response) {
      Object task = envelope.isEmpty() ? response : response.get(envelope.substring(1));
      return task instanceof Map<?, ?> members ? (String) members.get("status") : null;
    }

    @Override
    public void map(Map<?, ?> response, TaskValues values) {
      script.accept(values);
    }

    @Override
    public void readError(ContractReader in, TaskValues values) {
      in.skip();
    }
  }
}
