package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.WatchedTask.Flag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one provider: asks for each when it is due and the pace allows it, and decides after
 * each answer. Its state is guarded by itself. Whoever changes what is watched calls {@link #run}
 * afterwards, without holding a lock: queries are begun and aborted there, and what follows an end
 * is begun.
 */
final class ProviderPoller {
  private final SafeQuery safeQuery;
  private final ResultHandler results;
  private final OutcomeFactory outcomes;
  private final PollingRules rules;
  private final PollerContext shared;
  private final OpenTasks tasks;
  private final QueriesInFlight queries;
  private List<CompletableFuture<QueryResult>> aborted = new ArrayList<>();
  private final PollQueue pollQueue;
  private final WaitTimeouts limits = new WaitTimeouts();
  private final Suspensions suspensions;
  private final RateLimiter limiter;
  private final WakeUpTimer timer;
  private int inFlight;
  private boolean asking;

  ProviderPoller(
      Provider provider, PollingRules rules, PollingPolicy policy, PollerContext shared) {
    this.safeQuery = new SafeQuery(provider);
    this.results = new ResultHandler(provider, rules, policy, shared);
    this.outcomes = results.outcomes();
    this.pollQueue = results.pollQueue();
    this.suspensions = results.suspensions();
    this.rules = rules;
    this.shared = shared;
    this.queries = new QueriesInFlight(provider.deadline());
    this.limiter = new RateLimiter(rules);
    this.timer = new WakeUpTimer(shared.time(), this::ring);
    this.tasks = new OpenTasks(rules, shared.time(), pollQueue, suspensions);
  }

  /** Watches a task for its events. Returns whether it was not watched at all. */
  synchronized boolean add(String id, @Nullable Duration age) {
    boolean isNew = !tasks.isOpen(id);
    tasks.open(id, age).set(Flag.PINNED, true);
    return isNew;
  }

  /**
   * Watches a task until its outcome is known or the future is done otherwise. Returns how many.
   *
   * @param limit how long this wait lasts at most; null for as long as the rules say
   */
  int join(String id, CompletableFuture<Outcome> waiter, @Nullable Duration limit) {
    WaitTimeouts.Timeout ownEnd = null;
    synchronized (this) {
      WatchedTask task = tasks.open(id, null);
      task.addWaiter(waiter);
      if (limit != null) {
        ownEnd = limits.add(task, waiter, shared.time().now() + MonotonicTime.nanos(limit));
        prolong(task, ownEnd.at());
      }
    }
    WaitTimeouts.Timeout ends = ownEnd;
    waiter.whenComplete((outcome, failed) -> leave(id, waiter, ends));
    return 1;
  }

  /** Lets a wait go on until then at least. */
  private void prolong(WatchedTask task, long until) {
    long missing = until - results.endsAt(task);
    if (missing > 0) {
      task.spare(missing);
      pollQueue.endInTime(task);
    }
  }

  /** Ends the wait for a task. Returns whether it was watched. */
  synchronized boolean remove(String id) {
    WatchedTask task = tasks.get(id);
    if (task == null) {
      return false;
    }
    end(task, outcomes.unfinished(task));
    return true;
  }

  /**
   * Ends some of the waits that are left, for ever. Lets go of each task at once: there may be no
   * room for them twice.
   *
   * @return their tasks; none if no wait is left
   */
  synchronized List<TaskHandle> stop(int most) {
    tasks.openNoMore();
    List<TaskHandle> unfinished = new ArrayList<>();
    Iterator<WatchedTask> all = tasks.iterator();
    while (all.hasNext() && unfinished.size() < most) {
      WatchedTask task = all.next();
      Outcome outcome = outcomes.unfinished(task);
      all.remove();
      finish(task, outcome);
      unfinished.add(outcome.handle());
    }
    return unfinished;
  }

  synchronized boolean isWatched(String id) {
    return tasks.isOpen(id);
  }

  synchronized int count() {
    return tasks.size();
  }

  /** The ids of all tasks: a copy that takes four or eight bytes for each. */
  synchronized String[] ids() {
    return tasks.ids();
  }

  TaskHandle handle(String id) {
    return outcomes.handle(id);
  }

  /** What is known of a task while it is waited for; null if it is not. */
  synchronized Outcome.@Nullable Unfinished soFar(String id) {
    WatchedTask task = tasks.get(id);
    return task == null ? null : outcomes.unfinished(task);
  }

  private void leave(
      String id, CompletableFuture<Outcome> waiter, WaitTimeouts.@Nullable Timeout ownEnd) {
    boolean isOver;
    synchronized (this) {
      WatchedTask task = tasks.get(id);
      isOver = task != null && task.removeWaiter(waiter);
      if (isOver) {
        end(task, outcomes.unfinished(task));
      }
      if (ownEnd != null) {
        limits.remove(ownEnd);
      }
    }
    if (isOver || ownEnd != null) {
      run();
    }
  }

  private void ring() {
    synchronized (this) {
      timer.rang();
    }
    run();
  }

  /** Asks for all that may be asked for; if another thread is doing so, it does this as well. */
  void run() {
    List<CompletableFuture<QueryResult>> drop;
    boolean isFirst;
    synchronized (this) {
      drop = aborted;
      aborted = new ArrayList<>();
      isFirst = !asking;
      asking = true;
    }
    drop.forEach(call -> call.cancel(true));
    if (isFirst) {
      for (WatchedTask task = take(); task != null; task = take()) {
        ask(task);
      }
    }
    shared.dispatcher().flush();
  }

  /** The next task to ask for now; if there is none, sets the alarm and ends the asking. */
  private synchronized @Nullable WatchedTask take() {
    long now = shared.time().now();
    giveUpOld(now);
    long dueAt = pollQueue.nextAt();
    long parkedAt = suspensions.nextAt();
    long at = Math.min(dueAt, parkedAt);
    if (inFlight >= rules.rateLimit().maxConcurrent()) {
      at = WakeUpTimer.NEVER;
    } else if (at != WakeUpTimer.NEVER) {
      at = Math.max(at, limiter.earliest(now, tasks.size()));
    }
    if (at <= now) {
      limiter.took(now);
      inFlight++;
      return dueAt <= parkedAt ? pollQueue.takeNext() : suspensions.takeNext();
    }
    timer.set(
        Math.min(Math.min(at, pollQueue.nextEndAt()), Math.min(limits.nextAt(), queries.nextAt())));
    asking = false;
    return null;
  }

  /** Those that are asked for just now are left to the policy, unless the answer never comes. */
  private void giveUpOld(long now) {
    for (var inFlightQuery = queries.takeOverdue(now);
        inFlightQuery != null;
        inFlightQuery = queries.takeOverdue(now)) {
      inFlight--;
      aborted.add(inFlightQuery.call());
      settle(inFlightQuery.task(), safeQuery.overdue(inFlightQuery.task().id));
    }
    for (var timeout = limits.takeEnded(now); timeout != null; timeout = limits.takeEnded(now)) {
      endOne(timeout);
    }
    for (WatchedTask old = pollQueue.takeEnded(now); old != null; old = pollQueue.takeEnded(now)) {
      if (old.is(Flag.PARKED)) {
        results.warnOfEnd(old);
      }
      if (old.isWaiting() || old.is(Flag.PARKED)) {
        end(old, outcomes.unfinished(old));
      }
    }
  }

  /** One wait for a task has reached its own limit. */
  private void endOne(WaitTimeouts.Timeout timeout) {
    WatchedTask task = timeout.task();
    if (task.is(Flag.GONE)) {
      return;
    }
    Outcome outcome = outcomes.unfinished(task);
    if (task.removeWaiter(timeout.waiter())) {
      task.addWaiter(timeout.waiter());
      end(task, outcome);
    } else {
      shared.dispatcher().tell(outcome, List.of(timeout.waiter()));
    }
  }

  private void ask(WatchedTask task) {
    CompletableFuture<QueryResult> call = safeQuery.begin(task.id);
    boolean isGone;
    synchronized (this) {
      queries.begin(task, call, shared.time().now());
      isGone = task.is(Flag.GONE);
    }
    call.whenComplete(
        (result, failed) -> answered(task, call, safeQuery.result(task.id, result, failed)));
    if (isGone) {
      call.cancel(true);
    }
  }

  private void answered(WatchedTask task, CompletableFuture<QueryResult> call, QueryResult result) {
    synchronized (this) {
      if (!queries.end(task, call)) {
        return; // it was given up
      }
      inFlight--;
      settle(task, result);
    }
    run();
  }

  private void settle(WatchedTask task, QueryResult result) {
    Outcome outcome = task.is(Flag.GONE) ? null : results.handle(task, result);
    if (outcome != null) {
      end(task, outcome);
    }
  }

  private void end(WatchedTask task, Outcome outcome) {
    tasks.close(task);
    finish(task, outcome);
  }

  private void finish(WatchedTask task, Outcome outcome) {
    task.set(Flag.GONE, true);
    pollQueue.drop(task);
    suspensions.drop(task);
    shared.dispatcher().ended(outcome, task.takeWaiters());
    CompletableFuture<QueryResult> call = queries.of(task);
    if (call != null) {
      aborted.add(call);
    }
  }
}
