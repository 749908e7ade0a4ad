package io.github.reelay.watch;

import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for tasks: for one, blocking or not, or for a million together. Each task is queried by the
 * {@linkplain PollingRules rules} of its provider until it has ended or there is a reason to stop,
 * and every wait ends with exactly one {@link Outcome}, which carries the handle.
 *
 * <pre>{@code
 * try (Watcher watcher = Watcher.of(providers)) {
 *   return watcher.await(handle).succeededOrThrow();
 * }
 * }</pre>
 *
 * <p>Nothing that a caller attaches, listens with or subscribes with runs on the scheduler thread.
 * All threads of a watcher are daemons: a {@code main} that returns ends the program, whatever is
 * still watched. Wait before it returns, with {@link #await(TaskHandle)}, {@link #awaitAll} or
 * {@code idle().join()}, and then close the watcher.
 *
 * <p>Safe for use by many threads.
 */
public final class Watcher implements AutoCloseable {
  private final WatcherCore core;

  Watcher(WatcherBuilder settings, WatcherThreads threads) {
    this.core = new WatcherCore(settings, threads);
  }

  /** A watcher of those providers' tasks with all defaults, so without a store. */
  public static Watcher of(Providers providers) {
    return builder(providers).build();
  }

  /** A builder for a watcher of those providers' tasks. The caller closes the providers. */
  public static WatcherBuilder builder(Providers providers) {
    return new WatcherBuilder(providers);
  }

  /**
   * Watches a task whose age is not known: it is queried immediately, or as soon as the rate limit
   * allows. One that has ended is watched again.
   *
   * @return whether it is new; false if it is watched already, which changes nothing
   * @throws UnknownProviderException if no provider has the handle's provider name
   * @throws IllegalArgumentException if the id cannot be queried
   * @throws UncheckedIOException if the store could not keep the handle; it is not watched then
   * @throws IllegalStateException if the watcher was stopped
   */
  public boolean add(TaskHandle handle) {
    return addAll(List.of(handle)) == 1;
  }

  /**
   * Watches a task that was submitted then: the first query waits as long as the provider
   * documents, and giving up counts from the submission, after a restart too. A task older than
   * that is queried once.
   *
   * @return as {@link #add(TaskHandle)}, which also lists what is thrown
   */
  public boolean add(TaskHandle handle, Instant submittedAt) {
    return addAll(Map.of(handle, submittedAt)) == 1;
  }

  /**
   * Watches tasks whose age is not known, with one write to the store. If one of them cannot be
   * watched none is; {@link #add(TaskHandle)} lists what is thrown.
   *
   * @return how many are new
   */
  public int addAll(Collection<TaskHandle> handles) {
    return core.add(List.copyOf(handles), handle -> null);
  }

  /**
   * Watches tasks, each of which was submitted at its time, with one write to the store; see {@link
   * #add(TaskHandle, Instant)}. If one of them cannot be watched none is.
   *
   * @return how many are new
   * @throws NullPointerException if a time is null
   */
  public int addAll(Map<TaskHandle, Instant> submittedAt) {
    Map<TaskHandle, Instant> all = new LinkedHashMap<>(submittedAt);
    all.forEach((handle, time) -> Objects.requireNonNull(time, "submittedAt"));
    return core.add(all.keySet(), all::get);
  }

  /**
   * Watches what is in the store, as after a restart, each task with the time of submission that
   * the store has kept.
   *
   * @return the handles that were in the store
   * @throws UnknownProviderException and others as {@link #add(TaskHandle)}; no task is watched
   *     then
   */
  public Set<TaskHandle> resume() {
    return core.resume();
  }

  /**
   * Stops watching a task and removes it from the store; its wait ends as {@link
   * Outcome.Unfinished}.
   *
   * @return whether it was watched or in the store
   * @throws UnknownProviderException if no provider has the handle's provider name, and the store
   *     does not have the handle
   */
  public boolean remove(TaskHandle handle) {
    return core.remove(handle);
  }

  /**
   * Stops watching tasks, without an event and without a change to the store, as when another
   * watcher goes on with them. Futures complete as {@link Outcome.Unfinished}.
   *
   * @return how many were watched
   */
  public int release(Collection<TaskHandle> handles) {
    return core.release(handles);
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

  /** How many tasks are watched now, those counted whose waits are suspended. */
  public int unfinishedCount() {
    return core.pollers.count();
  }

  /**
   * Hands over the tasks that are watched now, one by one on this thread and in no order; takes
   * some eight bytes for each meanwhile.
   */
  public void forEachUnfinished(Consumer<? super TaskHandle> action) {
    core.pollers.forEachTask(action);
  }

  /**
   * Waits for a task without blocking. A task that is watched already is joined; one whose wait is
   * suspended is queried immediately; one that has ended within this watcher is not queried again:
   * its end is the outcome (the last 10,000 ends, for an hour; {@link #add(TaskHandle)} begins
   * again).
   *
   * <p>If the future is cancelled, or completed by others, and nobody else is interested in the
   * task, it is no longer queried, and what is under way is aborted. Listeners hear that the wait
   * has ended as {@link Outcome.Unfinished}. The handle stays in the store until {@link #remove},
   * unless {@link WatchOptions#removedWhenGivenUp} says otherwise.
   *
   * @return never fails by itself
   * @throws UnknownProviderException and others as {@link #add(TaskHandle)}
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    return watch(handle, WatchOptions.DEFAULT);
  }

  /**
   * Waits for a task without blocking, with a time limit of this wait alone, shorter or longer than
   * that of the rules. When it is over the future has {@link Outcome.Unfinished}, and the task
   * stays watched if anybody else is interested; who waits for it without a limit then waits as
   * long as the longest limit.
   *
   * @param limit from now; over immediately if it is zero
   * @return as {@link #watch(TaskHandle)}
   * @throws IllegalArgumentException if the limit is negative
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle, Duration limit) {
    return watch(handle, WatchOptions.builder().limit(limit).build());
  }

  /**
   * Waits for a task without blocking, with options of this wait alone; otherwise like {@link
   * #watch(TaskHandle)}.
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle, WatchOptions options) {
    return core.waits.begin(core.waits(List.of(handle), options)).get(0).future();
  }

  /**
   * Waits for tasks without blocking, with one write to the store, and for the follow-ups of those
   * that end ({@link WatcherBuilder#whenFinished} and its like). A follow-up that fails is an
   * event; the outcome is that of the wait.
   *
   * @return the outcomes in the order of the handles; never fails by itself. Cancelling it ends no
   *     wait
   * @throws UnknownProviderException and others as {@link #add(TaskHandle)}; no wait begins then
   */
  public CompletableFuture<List<Outcome>> watchAll(Collection<TaskHandle> handles) {
    return core.waits.followedUp(core.waits.begin(core.waits(handles, WatchOptions.DEFAULT)));
  }

  /**
   * Waits for a task; see {@link #watch(TaskHandle)}. A thread that is interrupted gets {@link
   * Outcome.Unfinished} immediately and keeps its interrupt.
   */
  public Outcome await(TaskHandle handle) {
    return await(handle, WatchOptions.DEFAULT);
  }

  /**
   * Waits for a task with a time limit of this wait alone; see {@link #watch(TaskHandle, Duration)}
   * and, for interrupts, {@link #await(TaskHandle)}.
   */
  public Outcome await(TaskHandle handle, Duration limit) {
    return await(handle, WatchOptions.builder().limit(limit).build());
  }

  private Outcome await(TaskHandle handle, WatchOptions options) {
    return core.waits.await(core.waits(List.of(handle), options).get(0));
  }

  /**
   * Waits for tasks and for their follow-ups; see {@link #watchAll}. A thread that is interrupted
   * gets what is known immediately, {@link Outcome.Unfinished} for the tasks that have not ended,
   * and keeps its interrupt.
   *
   * @return the outcomes in the order of the handles
   */
  public List<Outcome> awaitAll(Collection<TaskHandle> handles) {
    return core.waits.awaitAll(core.waits(handles, WatchOptions.DEFAULT));
  }

  /**
   * Completes when no task is watched and no follow-up is under way, now or later; on the executor.
   * A task whose wait is suspended is watched. When the watcher was stopped it completes with the
   * last follow-up.
   */
  public CompletableFuture<@Nullable Void> idle() {
    return core.followUps.idle();
  }

  /**
   * What happens to all tasks from the subscription on. Each subscriber has its own pace: while it
   * requests nothing, a change is replaced by the next of the same task, and every end is kept.
   * Completes when the watcher was stopped and all was taken.
   */
  public Flow.Publisher<TaskEvent> events() {
    return core.events;
  }

  /**
   * Ends every wait as {@link Outcome.Unfinished}, aborts what is under way, and writes what is
   * left to write to the store, which it does not close. Follow-ups that are under way go on.
   * Stopping again does nothing.
   *
   * @return the tasks that have not finished; they stay in the store
   * @throws UncheckedIOException if the store failed to remove handles, now or before; all else is
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
    core.stop(unfinished);
  }

  /** {@link #stop() Stops} it. */
  @Override
  public void close() {
    stop();
  }

  /** Names the providers. */
  @Override
  public String toString() {
    return "Watcher" + core.pollers;
  }
}
