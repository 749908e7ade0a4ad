package io.github.reelay;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what it hears, one line for each call. */
public final class RecordingTelemetry implements TelemetryListener {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final List<Duration> ages = new CopyOnWriteArrayList<>();

  /** What was heard so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** How old the tasks were that are no longer watched. */
  public List<Duration> ages() {
    return List.copyOf(ages);
  }

  /** Those lines that begin with a word. */
  public List<String> lines(String word) {
    return lines.stream().filter(line -> line.startsWith(word + " ")).toList();
  }

  /** Waits for a line that another thread adds. */
  public void await(String line) {
    PatientWait.await(line).until(() -> lines.contains(line));
  }

  @Override
  public QueryObserver queryStarted(String provider) {
    return new QueryObserver() {
      @Override
      public void ended(QueryResult result) {
        String kind =
            result instanceof QueryResult.Failed failed
                ? failed.failure().kind().jsonName()
                : result.taskOrThrow().status().jsonName();
        lines.add("query " + provider + " " + kind);
      }

      @Override
      public void failed(Throwable reason) {
        lines.add("query " + provider + " " + reason.getClass().getSimpleName());
      }
    };
  }

  @Override
  public void taskOpened(String provider) {
    lines.add("task " + provider + " opened");
  }

  @Override
  public void taskChanged(String provider, @Nullable TaskStatus before, TaskStatus now) {
    lines.add("task " + provider + " " + before + " to " + now);
  }

  @Override
  public void taskClosed(
      String provider, @Nullable TaskStatus last, WaitResult result, Duration age) {
    lines.add("task " + provider + " closed at " + last + ": " + result);
    ages.add(age);
  }

  @Override
  public DownloadObserver downloadOpened(String provider) {
    lines.add("download " + provider + " opened");
    return new DownloadObserver() {
      private long bytes;

      @Override
      public void started() {
        lines.add("download started");
      }

      @Override
      public void expires(@Nullable Instant at) {
        lines.add("expires " + at);
      }

      @Override
      public void received(int count) {
        bytes += count;
      }

      @Override
      public void ended(@Nullable String failure) {
        lines.add("download ended after " + bytes + " bytes: " + failure);
      }

      @Override
      public void closed() {
        lines.add("download closed");
      }
    };
  }

  @Override
  public void storeWritten(int handles, Duration took, @Nullable IOException failure) {
    lines.add("store " + handles + (failure == null ? "" : " " + failure.getMessage()));
  }
}
