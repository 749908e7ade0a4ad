package io.github.reelay.exchange;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.Failure;
import io.github.reelay.task.VideoTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one exchange was read as: a task, or the reason why there is none. */
public sealed interface Reading {

  /** The name of the provider that was asked. */
  String provider();

  /** Where the answer differs from the provider's contract, in {@link Finding#ORDER}. */
  List<Finding> findings();

  /**
   * The task, for those who prefer exceptions.
   *
   * @throws NoTaskException if the answer shows none
   */
  VideoTask taskOrThrow();

  /**
   * The answer shows a task, in whatever state.
   *
   * @param task the task
   */
  record TaskSeen(VideoTask task) implements Reading {
    /** Checks that there is a task. */
    public TaskSeen {
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
   * The answer shows no task, or there was no answer.
   *
   * @param provider the name of the provider that was asked
   * @param id the id that was asked for; null for a saved body without one
   * @param failure why there is no task
   * @param findings where the answer differs from the contract
   */
  record NoTask(String provider, @Nullable String id, Failure failure, List<Finding> findings)
      implements Reading {
    /** Checks that there is a failure, and copies the findings. */
    public NoTask {
      Objects.requireNonNull(provider, "provider");
      Objects.requireNonNull(failure, "failure");
      findings = List.copyOf(findings);
    }

    @Override
    public VideoTask taskOrThrow() {
      throw new NoTaskException(this);
    }

    /** Names what was asked for and the failure, printably. */
    @Override
    public String toString() {
      return "NoTask["
          + PrintableText.of(provider + ":" + (id == null ? "?" : id))
          + ", "
          + failure
          + (findings.isEmpty() ? "" : ", findings=" + findings.size())
          + "]";
    }
  }
}
