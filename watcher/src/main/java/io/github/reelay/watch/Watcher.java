package io.github.reelay.watch;

import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for tasks: for one, blocking or not, or for a million at once. Each task is asked for by
 * the {@linkplain PollingRules rules} of its provider until it has ended or there is a reason to
 * stop, and every wait ends with exactly one {@link Outcome}, which carries the handle.
 *
 * <p>Time is kept by one thread. Nothing that a caller attaches, listens with or subscribes with
 * runs on it. Safe for use by many threads.
 */
public final class Watcher implements AutoCloseable {
  private final ProviderPollers pollers;
  private final EventPublisher events;
  private final HandleStoreWriter storeWriter;
  private final OutcomeDispatcher dispatcher;
  private final WatcherThreads threads;
  private final MonotonicTime time;
  private final HandleStore store;
  private volatile boolean stopped;

  Watcher(WatcherBuilder settings, WatcherThreads threads) {
    this.threads = threads;
    this.store = settings.store;
    this.events = new EventPublisher(threads.executor());
    this.storeWriter =
        new HandleStoreWriter(
            store, threads.executor(), handle -> poller(handle).isWatched(handle.id()));
    this.time = new MonotonicTime(threads.scheduler());
    this.dispatcher =
        new OutcomeDispatcher(events, threads.executor(), settings.whenFinished, storeWriter);
    PollerContext shared =
        new PollerContext(
            time,
            new Jitter(settings.random),
            dispatcher,
            settings.keepLastSeen,
            store != HandleStore.none());
    this.pollers = new ProviderPollers(settings, shared);
    settings.listeners.forEach(listener -> events.subscribe(new ListenerSubscriber(listener)));
  }

  /** A watcher of those providers' tasks with all defaults. */
  public static Watcher of(Providers providers) {
    return builder(providers).build();
  }

  /** A builder for a watcher of those providers' tasks. The caller closes the providers. */
  public static WatcherBuilder builder(Providers providers) {
    return new WatcherBuilder(providers);
  }

  /**
   * Watches a task whose age is not known: it is asked for at once, or as soon as the pace allows.
   *
   * @return whether it is new; false if it is watched already, which changes nothing
   * @throws UnknownProviderException if nobody has the handle's provider name
   * @throws IllegalArgumentException if the id cannot be asked for
   * @throws UncheckedIOException if the store could not keep the handle; it is not watched then
   * @throws IllegalStateException if the watcher was stopped
   */
  public boolean add(TaskHandle handle) {
    return addAll(List.of(handle)) == 1;
  }

  /**
   * Watches a task that was submitted then: the first query waits as long as the provider asks, and
   * giving up counts from the submission. A task older than that is asked for once.
   *
   * @return as {@link #add(TaskHandle)}, which also lists what is thrown
   */
  public boolean add(TaskHandle handle, Instant submittedAt) {
    ProviderPoller poller = poller(handle);
    Duration between = Duration.between(submittedAt, time.today());
    Duration age = between.isNegative() ? Duration.ZERO : between;
    return watch(List.of(handle), () -> poller.add(handle.id(), age) ? 1 : 0) == 1;
  }

  /**
   * Watches tasks whose age is not known, with one write to the store. If one of them cannot be
   * watched none is.
   *
   * @return how many are new
   */
  public int addAll(Collection<TaskHandle> handles) {
    List<TaskHandle> all = List.copyOf(handles);
    all.forEach(this::poller);
    return watch(
        all, () -> all.stream().mapToInt(each -> poller(each).add(each.id(), null) ? 1 : 0).sum());
  }

  /**
   * Watches what is open in the store, as after a restart.
   *
   * @return the handles that were open
   */
  public Set<TaskHandle> resume() {
    Set<TaskHandle> open = store.open();
    addAll(open);
    return open;
  }

  /**
   * Stops watching a task and closes it in the store; its wait ends as still running.
   *
   * @return whether it was watched
   */
  public boolean remove(TaskHandle handle) {
    ProviderPoller poller = poller(handle);
    boolean watched = storeWriter.remove(handle, () -> poller.remove(handle.id()));
    poller.run();
    return watched;
  }

  /**
   * The tasks that are watched now, those counted whose waits are suspended; a copy, in no order.
   * Of a million it takes some 80 MB: see {@link #unfinishedCount} and {@link #forEachUnfinished}.
   */
  public Set<TaskHandle> unfinished() {
    Set<TaskHandle> all = new HashSet<>();
    forEachUnfinished(all::add);
    return all;
  }

  /** How many tasks are watched now. */
  public int unfinishedCount() {
    return pollers.count();
  }

  /**
   * Hands over the tasks that are watched now, one by one on this thread and in no order; takes
   * some eight bytes for each meanwhile.
   */
  public void forEachUnfinished(Consumer<? super TaskHandle> action) {
    pollers.forEachTask(action);
  }

  /**
   * Waits for a task without blocking; a task that is watched already is joined, and one whose wait
   * is suspended is asked for at once. If the future is cancelled, or completed by others, and
   * nobody else is interested in the task, it is not asked for any more, and what is under way is
   * aborted. In the store it stays open. Listeners hear that the wait has ended as still running.
   *
   * @return never fails by itself
   * @throws UnknownProviderException and others as {@link #add(TaskHandle)}
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    return join(handle, null);
  }

  /**
   * Waits for a task without blocking, with a time limit of this wait alone, shorter or longer than
   * that of the rules. When it is over the future has {@link Outcome.Unfinished}, and the task
   * stays watched if anybody else is interested; who waits for it without a limit then waits as
   * long as the longest limit.
   *
   * @param limit from now; at once if it is zero
   * @return as {@link #watch(TaskHandle)}
   * @throws IllegalArgumentException if the limit is negative
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle, Duration limit) {
    if (limit.isNegative()) {
      throw new IllegalArgumentException("expected a time limit of zero or more, found " + limit);
    }
    return join(handle, limit);
  }

  private CompletableFuture<Outcome> join(TaskHandle handle, @Nullable Duration limit) {
    ProviderPoller poller = poller(handle);
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    watch(List.of(handle), () -> poller.join(handle.id(), outcome, limit));
    return outcome;
  }

  /**
   * Waits for a task; see {@link #watch(TaskHandle)}. A thread that is interrupted gets {@link
   * Outcome.Unfinished} at once and keeps its interrupt.
   */
  public Outcome await(TaskHandle handle) {
    return await(handle, watch(handle));
  }

  /**
   * Waits for a task with a time limit of this wait alone; see {@link #watch(TaskHandle, Duration)}
   * and, for interrupts, {@link #await(TaskHandle)}.
   */
  public Outcome await(TaskHandle handle, Duration limit) {
    return await(handle, watch(handle, limit));
  }

  private Outcome await(TaskHandle handle, CompletableFuture<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException interrupted) {
      Outcome soFar = poller(handle).soFar(handle.id());
      outcome.cancel(true);
      Thread.currentThread().interrupt();
      return soFar != null ? soFar : new Outcome.Unfinished(handle, null, time.today());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("nobody fails this future", impossible);
    }
  }

  /**
   * What happens to all tasks from the subscription on. Each subscriber has its own pace: while it
   * asks for nothing, a change is replaced by the next of the same task, and every end is kept.
   * Completes when the watcher was stopped and all was taken.
   */
  public Flow.Publisher<TaskEvent> events() {
    return events;
  }

  /**
   * Ends every wait as {@link Outcome.Unfinished}, aborts what is under way, and writes what is
   * left to write to the store, which it does not close. Stopping again does nothing.
   *
   * @return the tasks that have not finished; in the store they stay open
   * @throws UncheckedIOException if the store failed to close handles, now or before; all else is
   *     done nevertheless
   */
  public Set<TaskHandle> stop() {
    Set<TaskHandle> unfinished = new HashSet<>();
    stop(unfinished::add);
    return unfinished;
  }

  /**
   * {@link #stop() Stops}, and hands over the tasks that have not finished one by one, so that
   * there need be no room for all of them.
   *
   * @param unfinished takes each, on this thread; what it throws is thrown when all else is done
   */
  public void stop(Consumer<? super TaskHandle> unfinished) {
    stopped = true;
    try {
      pollers.stop(unfinished);
    } finally {
      finish();
    }
  }

  /** Ends the waits that are left, if any, and all else. */
  private void finish() {
    pollers.stop(handle -> {});
    pollers.run();
    events.complete();
    try {
      dispatcher.drain();
      storeWriter.finish();
    } finally {
      threads.close();
    }
  }

  /** {@link #stop() Stops} it. */
  @Override
  public void close() {
    stop();
  }

  /** Names the providers. */
  @Override
  public String toString() {
    return "Watcher" + pollers;
  }

  /** Opens handles in the store, watches their tasks, and then lets them be asked for. */
  private int watch(Collection<TaskHandle> handles, IntSupplier add) {
    if (stopped) {
      throw OpenTasks.stoppedAlready();
    }
    int count = storeWriter.open(handles, add);
    pollers.run();
    return count;
  }

  private ProviderPoller poller(TaskHandle handle) {
    return pollers.of(handle);
  }
}
