package io.github.reelay.exchange;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one exchange was read as: a task, or the reason why there is none. */
public sealed interface QueryResult {

  /** The name of the queried provider. */
  String provider();

  /** Where the response differs from the provider's contract, in {@link Finding#ORDER}. */
  List<Finding> findings();

  /**
   * The task, for those who prefer exceptions.
   *
   * @throws QueryFailedException if the response shows none
   */
  VideoTask taskOrThrow();

  /**
   * The response shows a task, in whatever state.
   *
   * @param task the task
   */
  record Found(VideoTask task) implements QueryResult {
    /** Checks that there is a task. */
    public Found {
      Objects.requireNonNull(task, "task");
    }

    @Override
    public String provider() {
      return task.provider();
    }

    @Override
    public List<Finding> findings() {
      return task.findings();
    }

    @Override
    public VideoTask taskOrThrow() {
      return task;
    }
  }

  /**
   * The response shows no task, or there was no response.
   *
   * @param provider the name of the queried provider
   * @param id the id of the query; null for a saved body without one
   * @param failure why there is no task
   * @param findings where the response differs from the contract
   */
  record Failed(String provider, @Nullable String id, Failure failure, List<Finding> findings)
      implements QueryResult {
    /** Checks that there is a failure, and copies the findings. */
    public Failed {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(failure, "failure");
      findings = List.copyOf(findings);
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
          + "]";
    }
  }
}
