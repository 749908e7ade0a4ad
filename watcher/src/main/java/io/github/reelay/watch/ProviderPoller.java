package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.poll.MonotonicTime;
import io.github.reelay.internal.poll.OpenTasks;
import io.github.reelay.internal.poll.QueriesInFlight;
import io.github.reelay.internal.poll.RateLimiter;
import io.github.reelay.internal.poll.SafeQuery;
import io.github.reelay.internal.poll.TaskTelemetry;
import io.github.reelay.internal.poll.WakeUpTimer;
import io.github.reelay.internal.poll.WatchedTask;
import io.github.reelay.internal.poll.WatchedTask.Flag;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.ResultHandler.Waiting;
import io.github.reelay.watch.Waits.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Polls the tasks of one provider: queries each when it is due and the rate allows it, and decides
 * after each response. Its state is guarded by itself. A caller that changes what is watched calls
 * {@link #run} afterwards, without holding a lock: queries are begun and aborted there, and what
 * follows an end is begun.
 */
final class ProviderPoller {
  private final SafeQuery safeQuery;
  private final ResultHandler results;
  private final OutcomeFactory outcomes;
  private final PollingRules rules;
  private final PollerContext shared;
  private final OpenTasks tasks;
  private final QueriesInFlight queries;
  private final Waiters waiters = new Waiters();
  private final RateLimiter limiter;
  private final WakeUpTimer timer;
  private boolean sending;

  ProviderPoller(
      Provider provider, PollingRules rules, PollingPolicy policy, PollerContext shared) {
    TaskTelemetry telemetry = new TaskTelemetry(provider.name(), shared.telemetry());
    this.rules = rules;
    this.shared = shared;
    this.safeQuery = new SafeQuery(provider);
    this.outcomes = new OutcomeFactory(provider.name(), rules, shared.time());
    this.tasks = new OpenTasks(rules, shared.time(), telemetry);
    this.results =
        new ResultHandler(rules, policy, shared, new Waiting(tasks, waiters, outcomes, telemetry));
    this.queries = new QueriesInFlight(provider.deadline());
    this.limiter = new RateLimiter(provider.name(), rules, shared.rateShare());
    this.timer = new WakeUpTimer(shared.time(), this::ring);
  }

  /**
   * Watches a task until it ends or is removed, whether anybody waits or not. Returns whether it is
   * new.
   */
  synchronized boolean add(String id, @Nullable Instant submittedAt) {
    boolean isNew = !tasks.isOpen(id);
    tasks.open(id, shared.time().since(submittedAt)).set(Flag.PINNED, true);
    return isNew;
  }

  /** Lets a wait join a task that is watched. Returns whether it is. */
  synchronized boolean join(Wait wait) {
    boolean isOpen = tasks.isOpen(wait.handle().id());
    if (isOpen) {
      begin(wait);
    }
    return isOpen;
  }

  /** Watches a task until its outcome is known or the wait is over otherwise. */
  synchronized void begin(Wait wait) {
    WatchOptions options = wait.options();
    WatchedTask task = tasks.open(wait.handle().id(), shared.time().since(options.submittedAt()));
    waiters.add(task, wait.future());
    if (options.listener() != null) {
      shared.dispatcher().listen(wait.handle(), options.listener());
    }
    if (options.limit() != null) {
      long end = shared.time().now() + MonotonicTime.nanos(options.limit());
      waiters.limit(task, wait.future(), end);
      tasks.prolong(task, end);
    }
  }

  /** Ends the wait for a task, with an event or without. Returns whether it was watched. */
  synchronized boolean remove(String id, boolean silently) {
    WatchedTask task = tasks.get(id);
    if (task != null) {
      stop(task, silently);
    }
    return task != null;
  }

  /** Ends at most that many waits for ever, and returns their tasks; empty when no wait is left. */
  synchronized List<TaskHandle> stop(int most) {
    tasks.openNoMore();
    List<TaskHandle> unfinished = new ArrayList<>();
    Iterator<WatchedTask> all = tasks.iterator();
    while (all.hasNext() && unfinished.size() < most) {
      WatchedTask task = all.next();
      all.remove();
      stop(task, false);
      unfinished.add(outcomes.handle(task));
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

  /** What is known of a task that has not ended; nothing if it is not waited for. */
  synchronized Outcome.Unfinished soFar(String id) {
    WatchedTask task = tasks.get(id);
    return task == null ? outcomes.unseen(id) : outcomes.unfinished(task);
  }

  /** A wait is over. Returns whether nobody else was interested in its task, which ends too. */
  synchronized boolean leave(Wait wait) {
    WatchedTask task = tasks.get(wait.handle().id());
    boolean isOver = task != null && forget(task, wait.future());
    if (isOver) {
      stop(task, false);
    }
    waiters.unlimit(wait.future());
    return isOver;
  }

  /** Forgets a wait. Returns whether nobody is interested in its task any more. */
  private boolean forget(WatchedTask task, CompletableFuture<Outcome> waiter) {
    return waiters.remove(task, waiter) && !task.is(Flag.PINNED);
  }

  private void ring() {
    synchronized (this) {
      timer.rang();
    }
    run();
  }

  /**
   * Queries all that may be queried, unless another thread is doing so, which then does this too.
   */
  void run() {
    proceed(first());
  }

  private void proceed(@Nullable WatchedTask first) {
    for (WatchedTask task = first; task != null; task = take()) {
      send(task);
    }
    queries.cancelAborted(this);
    shared.dispatcher().flush();
  }

  /** The first task to query now, unless a thread is querying, which may be this one. */
  private synchronized @Nullable WatchedTask first() {
    if (sending) {
      return null;
    }
    sending = true;
    return take();
  }

  /** The next task to query now; if there is none, sets the timer and ends the querying. */
  private synchronized @Nullable WatchedTask take() {
    long now = shared.time().now();
    giveUpOld(now);
    long at = tasks.nextAt();
    if (queries.count() >= rules.rateLimit().maxConcurrent()) {
      at = WakeUpTimer.NEVER;
    } else if (at != WakeUpTimer.NEVER) {
      at = Math.max(at, limiter.earliest(now, tasks.size()));
    }
    if (at <= now) {
      limiter.took(now);
      return tasks.takeNext();
    }
    long limitAt = Math.min(tasks.nextEndAt(), waiters.nextAt());
    timer.set(Math.min(Math.min(at, limitAt), queries.nextAt()));
    sending = false;
    return null;
  }

  /**
   * Ends what has reached its limit. A task that is being queried is left to the policy, unless its
   * response never comes.
   */
  private void giveUpOld(long now) {
    for (var late = queries.takeOverdue(now); late != null; late = queries.takeOverdue(now)) {
      settle(late.task(), safeQuery.overdue(late.task().id));
    }
    for (var limit = waiters.takeEnded(now); limit != null; limit = waiters.takeEnded(now)) {
      endOne(limit);
    }
    for (WatchedTask old = tasks.takeEnded(now); old != null; old = tasks.takeEnded(now)) {
      if (old.is(Flag.SUSPENDED)) {
        results.warnOfEnd(old);
      }
      if (old.isWaiting() || old.is(Flag.SUSPENDED)) {
        end(old, outcomes.unfinished(old));
      }
    }
  }

  /** One wait for a task has reached its own limit. */
  private void endOne(Waiters.Limit limit) {
    WatchedTask task = limit.task();
    if (task.is(Flag.GONE)) {
      return;
    }
    Outcome outcome = outcomes.unfinished(task);
    if (forget(task, limit.waiter())) {
      waiters.add(task, limit.waiter());
      end(task, outcome);
    } else {
      shared.dispatcher().deliver(outcome, List.of(limit.waiter()));
    }
  }

  private void send(WatchedTask task) {
    Runnable end = shared.time().beginWork();
    CompletableFuture<QueryResult> call = safeQuery.begin(task.id);
    synchronized (this) {
      queries.begin(task, call, shared.time().now());
      if (task.is(Flag.GONE)) {
        queries.abort(task);
      }
    }
    call.whenComplete(
            (result, failed) -> responded(task, call, safeQuery.result(task.id, result, failed)))
        .whenComplete((result, failed) -> end.run());
  }

  private void responded(
      WatchedTask task, CompletableFuture<QueryResult> call, QueryResult result) {
    WatchedTask next;
    synchronized (this) {
      if (!queries.end(task, call)) {
        return; // it was given up
      }
      settle(task, result);
      next = first();
    }
    proceed(next);
  }

  private void settle(WatchedTask task, QueryResult result) {
    Outcome outcome = task.is(Flag.GONE) ? null : results.handle(task, result);
    if (outcome != null) {
      end(task, outcome);
    }
  }

  /** The wait has ended by itself. */
  private void end(WatchedTask task, Outcome outcome) {
    drop(task);
    results.closed(task, outcome);
    shared.recentEnds().put(outcome);
    shared.dispatcher().ended(outcome, waiters.take(task));
  }

  /** The wait is ended from outside. */
  private void stop(WatchedTask task, boolean silently) {
    Outcome outcome = outcomes.unfinished(task);
    drop(task);
    results.closed(task, null);
    shared.dispatcher().stopped(outcome, waiters.take(task), silently);
  }

  private void drop(WatchedTask task) {
    tasks.close(task);
    task.set(Flag.GONE, true);
    queries.abort(task);
  }
}
