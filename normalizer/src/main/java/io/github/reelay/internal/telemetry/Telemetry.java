package io.github.reelay.internal.telemetry;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.telemetry.TelemetryListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One or more listeners as one that throws nothing. */
public final class Telemetry implements TelemetryListener {
  private final List<SafeCalls> listeners;

  private Telemetry(List<SafeCalls> listeners) {
    this.listeners = listeners;
  }

  /** Those who listen already and one more, who is not called twice if it listens already. */
  public static Telemetry of(@Nullable Telemetry before, TelemetryListener more) {
    if (!(more instanceof Telemetry others)) {
      return with(before, new SafeCalls(more));
    }
    Telemetry all = before == null ? others : before;
    for (SafeCalls each : others.listeners) {
      all = with(all, each);
    }
    return all;
  }

  private static Telemetry with(@Nullable Telemetry before, SafeCalls more) {
    List<SafeCalls> all = new ArrayList<>(before == null ? List.of() : before.listeners);
    if (!all.contains(more)) {
      all.add(more);
    }
    return new Telemetry(List.copyOf(all));
  }

  @Override
  public @Nullable QueryObserver queryStarted(String provider) {
    List<QueryObserver> all = observers(calls -> SafeQueryObserver.of(calls, provider));
    return all.size() < 2 ? first(all) : new QueryObservers(all);
  }

  @Override
  public @Nullable DownloadObserver downloadOpened(String provider) {
    List<DownloadObserver> all = observers(calls -> SafeDownloadObserver.of(calls, provider));
    return all.size() < 2 ? first(all) : new DownloadObservers(all);
  }

  @Override
  public void taskOpened(String provider) {
    listeners.forEach(calls -> calls.run(listener -> listener.taskOpened(provider)));
  }

  @Override
  public void taskChanged(String provider, @Nullable TaskStatus before, TaskStatus now) {
    listeners.forEach(calls -> calls.run(listener -> listener.taskChanged(provider, before, now)));
  }

  @Override
  public void queryPlanned(TaskHandle task, Instant nextQueryAt, Instant givenUpAt) {
    listeners.forEach(
        calls -> calls.run(listener -> listener.queryPlanned(task, nextQueryAt, givenUpAt)));
  }

  @Override
  public void taskClosed(
      String provider, @Nullable TaskStatus last, WaitResult result, Duration age) {
    listeners.forEach(
        calls -> calls.run(listener -> listener.taskClosed(provider, last, result, age)));
  }

  @Override
  public void storeWritten(int handles, Duration took, @Nullable IOException failure) {
    listeners.forEach(
        calls -> calls.run(listener -> listener.storeWritten(handles, took, failure)));
  }

  private <T> List<T> observers(Function<SafeCalls, @Nullable T> observer) {
    List<T> all = new ArrayList<>(listeners.size());
    for (SafeCalls calls : listeners) {
      T one = observer.apply(calls);
      if (one != null) {
        all.add(one);
      }
    }
    return all;
  }

  private static <T> @Nullable T first(List<T> all) {
    return all.isEmpty() ? null : all.get(0);
  }
}
