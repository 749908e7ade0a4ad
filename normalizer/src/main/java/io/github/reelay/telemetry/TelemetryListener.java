package io.github.reelay.telemetry;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Called for what metrics and traces are made of: queries, open tasks, ends of waits, downloads and
 * writes to the handle store. Set by {@code ReelayBuilder.telemetry}, or by the method of that name
 * of each builder below it. Nothing is measured while there is none.
 *
 * <pre>{@code
 * LongAdder queries = new LongAdder();
 * TelemetryListener counter =
 *     new TelemetryListener() {
 *       @Override
 *       public QueryObserver queryStarted(String provider) {
 *         return result -> queries.increment();
 *       }
 *     };
 * }</pre>
 *
 * <p>Called by many threads at a time, the scheduler thread among them, and never under a lock: it
 * must not block. Calls of different threads may arrive in another order than what they report. The
 * first exception that a listener throws is logged; none does any harm. Only {@link QueryResult}
 * and {@link #queryPlanned} name a task, so that ids and URLs do not become tags by mistake.
 */
public interface TelemetryListener {

  /**
   * A query is about to be sent, by a wait, a download or a caller.
   *
   * @return the observer of its end; null, the default, for no observer
   */
  default @Nullable QueryObserver queryStarted(String provider) {
    return null;
  }

  /** A task is watched from now on. Its status is not known yet. */
  default void taskOpened(String provider) {}

  /**
   * The status of a watched task differs from the one before.
   *
   * @param before null if the provider had not shown the task yet
   */
  default void taskChanged(String provider, @Nullable TaskStatus before, TaskStatus now) {}

  /**
   * A watched task was added, or a response has arrived, and the task is to be queried.
   *
   * @param nextQueryAt when, at the earliest: later if the rate of the provider is used up
   * @param givenUpAt when it is no longer waited for, as far as that is known now
   */
  default void queryPlanned(TaskHandle task, Instant nextQueryAt, Instant givenUpAt) {}

  /**
   * A task is no longer watched.
   *
   * @param last its last status while it was watched, which is the {@code now} of its last {@link
   *     #taskChanged}; null if the provider has not shown it
   * @param result how the wait ended
   * @param age since its submission, or since it was first watched if that is not known
   */
  default void taskClosed(
      String provider, @Nullable TaskStatus last, WaitResult result, Duration age) {}

  /**
   * A video is to be saved. Its download may be queued, and repeated later if it fails.
   *
   * @return the observer of its attempts; null, the default, for no observer
   */
  default @Nullable DownloadObserver downloadOpened(String provider) {
    return null;
  }

  /**
   * The handle store was written.
   *
   * @param handles how many handles were added or removed, one or more
   * @param took how long that took
   * @param failure why nothing was written; null if it was
   */
  default void storeWritten(int handles, Duration took, @Nullable IOException failure) {}

  /** Observes one query. Exactly one of {@link #ended} and {@link #failed} is called, once. */
  @FunctionalInterface
  interface QueryObserver {

    /**
     * Headers to send with the query, such as {@code traceparent}; none by default. Read once.
     * {@code Authorization} and what the generated client sets are not replaced.
     */
    default Map<String, String> headers() {
      return Map.of();
    }

    /**
     * The query has ended, with a response or without. Called on the thread that read the response.
     *
     * @param result the task or the failure, and {@link QueryResult#findings}
     */
    void ended(QueryResult result);

    /**
     * There is no result: there was no key, the query was cancelled, or a dialect failed. Does
     * nothing by default.
     */
    default void failed(Throwable reason) {}
  }

  /**
   * Observes one download, the attempts that repeat it included. Each method does nothing by
   * default.
   */
  interface DownloadObserver {

    /** An attempt begins to run; until then it was queued. */
    default void started() {}

    /** When its URL expires, as far as that is known now; null if it is not known. */
    default void expires(@Nullable Instant at) {}

    /** That many bytes of the video have arrived. */
    default void received(int bytes) {}

    /**
     * An attempt has ended. One that was still queued ends without having started.
     *
     * @param failure the kind of its failure as {@code DownloadFailureKind.jsonName} gives it, such
     *     as {@code too-large}; null if the video is saved
     */
    default void ended(@Nullable String failure) {}

    /** The download has ended: no attempt follows. */
    default void closed() {}
  }

  /** How the wait for a task ended. */
  enum WaitResult {
    /** The task ended with a video. */
    SUCCEEDED,
    /** The task ended without a video, neither cancelled nor expired. */
    FAILED,
    /** The task ended because it was stopped at the provider. */
    CANCELLED,
    /** The provider no longer keeps the task. */
    EXPIRED,
    /** The time for the wait was over. */
    UNFINISHED,
    /** The provider refuses to show the task. */
    REFUSED,
    /** No readable response came for too long. */
    UNREACHABLE,
    /** The task was removed, released or given up, or its watcher was stopped. */
    STOPPED;

    /** The result in lower case, such as {@code succeeded}. */
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
