package io.github.reelay.exchange;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.VideoTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one response was read as: a task, or the failure that says why there is none.
 *
 * <pre>{@code
 * QueryResult result = providers.query(handle);
 * if (result instanceof QueryResult.Failed failed) {
 *   return failed.failure().summary(); // such as rate-limited (HTTP 429)
 * }
 * VideoTask task = result.taskOrThrow();
 * }</pre>
 */
public sealed interface QueryResult {

  /** The kinds of results, one for each record; a switch expression over them needs no default. */
  enum Kind {
    FOUND,
    FAILED
  }

  /** One method for each record: code that has them all stops compiling when one is added. */
  interface Visitor<R extends @Nullable Object> {
    /** The response shows a task. */
    R found(Found found);

    /** The response shows no task, or there was no response. */
    R failed(Failed failed);
  }

  /** The kind of this result, for a {@code switch} that must handle each. */
  Kind kind();

  /** What the visitor's method for this record returns. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** The name of the queried provider. */
  String provider();

  /** The id of the query, or the body's own; null if neither is known. */
  @Nullable String id();

  /** The task of the query; null if its id is not known, or if no handle can hold the id. */
  default @Nullable TaskHandle handle() {
    String id = id();
    return TaskHandle.isTaskId(id) ? new TaskHandle(provider(), id) : null;
  }

  /** Where the response differs from the provider's contract, in {@link Finding#ORDER}. */
  List<Finding> findings();

  /**
   * The response that was read, with the provider's key redacted; null unless it is kept by {@link
   * io.github.reelay.provider.ProviderBuilder#keepResponses}, and if there was no response.
   */
  @Nullable RecordedResponse response();

  /** The same result with that response, or without one. */
  QueryResult withResponse(@Nullable RecordedResponse value);

  /**
   * The task, for those who prefer exceptions.
   *
   * @throws QueryFailedException if the response shows none
   */
  VideoTask taskOrThrow();

  /**
   * The response shows a task, in whatever state.
   *
   * @param task in whatever state, also failed
   * @param response see {@link QueryResult#response}
   */
  record Found(VideoTask task, @Nullable RecordedResponse response) implements QueryResult {
    /** The task may not be null; the response may. */
    public Found {
      Objects.requireNonNull(task, "task");
    }

    /** A task without the response that showed it. */
    public Found(VideoTask task) {
      this(task, null);
    }

    @Override
    public Kind kind() {
      return Kind.FOUND;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.found(this);
    }

    @Override
    public String provider() {
      return task.provider();
    }

    @Override
    public @Nullable String id() {
      return task.id();
    }

    @Override
    public List<Finding> findings() {
      return task.findings();
    }

    @Override
    public Found withResponse(@Nullable RecordedResponse value) {
      return new Found(task, value);
    }

    @Override
    public VideoTask taskOrThrow() {
      return task;
    }

    /** Names the task and, if it is kept, the response by status and size. */
    @Override
    public String toString() {
      return "Found[task=" + task + (response == null ? "" : ", " + response) + "]";
    }
  }

  /**
   * The response shows no task, or there was no response.
   *
   * @param provider the name of the queried provider
   * @param id the id of the query; null for a saved body without one
   * @param failure why there is no task, as the provider's server or the transport says it
   * @param findings where the response differs from the contract
   * @param response see {@link QueryResult#response}
   */
  record Failed(
      String provider,
      @Nullable String id,
      Failure failure,
      List<Finding> findings,
      @Nullable RecordedResponse response)
      implements QueryResult {
    /**
     * Checks the provider's name and the origin of the failure, and copies the findings.
     *
     * @throws IllegalArgumentException if the provider's name is not fit for a {@link TaskHandle};
     *     if the origin of the failure is the task, which was found then
     */
    public Failed {
      TaskHandle.checkProviderName(provider);
      if (Objects.requireNonNull(failure, "failure").origin() == Origin.TASK) {
        throw new IllegalArgumentException(
            "expected a query that failed by its response or without one, found a failure of origin"
                + " task; use QueryResult.Found with TaskState.Failed for a task that failed");
      }
      findings = List.copyOf(findings);
    }

    /**
     * A failure without the response that showed it.
     *
     * @throws IllegalArgumentException if the provider's name is not fit for a {@link TaskHandle};
     *     if the origin of the failure is the task
     */
    public Failed(String provider, @Nullable String id, Failure failure, List<Finding> findings) {
      this(provider, id, failure, findings, null);
    }

    /**
     * The query for a task failed, and its response has no findings or is not there.
     *
     * @throws IllegalArgumentException if the origin of the failure is the task
     */
    public Failed(TaskHandle handle, Failure failure) {
      this(handle.provider(), handle.id(), failure, List.of());
    }

    @Override
    public Kind kind() {
      return Kind.FAILED;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.failed(this);
    }

    @Override
    public Failed withResponse(@Nullable RecordedResponse value) {
      return new Failed(provider, id, failure, findings, value);
    }

    @Override
    public VideoTask taskOrThrow() {
      throw new QueryFailedException(this);
    }

    /** Names the task and the failure, printably. */
    @Override
    public String toString() {
      return "Failed["
          + PrintableText.of(provider + ":" + (id == null ? "?" : id))
          + ", "
          + failure
          + (findings.isEmpty() ? "" : ", findings=" + findings.size())
          + (response == null ? "" : ", " + response)
          + "]";
    }
  }
}
