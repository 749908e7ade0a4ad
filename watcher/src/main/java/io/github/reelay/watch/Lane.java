package io.github.reelay.watch;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Watched.Flag;
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
final class Lane {
  private final Inquiry inquiry;
  private final AnswerHandler answers;
  private final Outcomes outcomes;
  private final PollingRules rules;
  private final LaneContext shared;
  private final OpenTasks tasks;
  private final QueriesInFlight queries;
  private List<CompletableFuture<QueryResult>> aborted = new ArrayList<>();
  private final Agenda agenda;
  private final WaitLimits limits = new WaitLimits();
  private final Suspensions suspensions;
  private final Pacer pacer;
  private final Alarm alarm;
  private int inFlight;
  private boolean asking;

  Lane(Provider provider, PollingRules rules, PollingPolicy policy, LaneContext shared) {
    this.inquiry = new Inquiry(provider);
    this.answers = new AnswerHandler(provider, rules, policy, shared);
    this.outcomes = answers.outcomes();
    this.agenda = answers.agenda();
    this.suspensions = answers.suspensions();
    this.rules = rules;
    this.shared = shared;
    this.queries = new QueriesInFlight(provider.deadline());
    this.pacer = new Pacer(rules);
    this.alarm = new Alarm(shared.time(), this::ring);
    this.tasks = new OpenTasks(rules, shared.time(), agenda, suspensions);
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
    WaitLimits.Limit ownEnd = null;
    synchronized (this) {
      Watched task = tasks.open(id, null);
      task.addWaiter(waiter);
      if (limit != null) {
        ownEnd = limits.add(task, waiter, shared.time().now() + Timeline.nanos(limit));
        prolong(task, ownEnd.at());
      }
    }
    WaitLimits.Limit ends = ownEnd;
    waiter.whenComplete((outcome, failed) -> leave(id, waiter, ends));
    return 1;
  }

  /** Lets a wait go on until then at least. */
  private void prolong(Watched task, long until) {
    long missing = until - answers.endsAt(task);
    if (missing > 0) {
      task.spare(missing);
      agenda.endInTime(task);
    }
  }

  /** Ends the wait for a task. Returns whether it was watched. */
  synchronized boolean remove(String id) {
    Watched task = tasks.get(id);
    if (task == null) {
      return false;
    }
    end(task, outcomes.stillRunning(task));
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
    Iterator<Watched> all = tasks.iterator();
    while (all.hasNext() && unfinished.size() < most) {
      Watched task = all.next();
      Outcome outcome = outcomes.stillRunning(task);
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
  synchronized Outcome.@Nullable StillRunning soFar(String id) {
    Watched task = tasks.get(id);
    return task == null ? null : outcomes.stillRunning(task);
  }

  private void leave(
      String id, CompletableFuture<Outcome> waiter, WaitLimits.@Nullable Limit ownEnd) {
    boolean isOver;
    synchronized (this) {
      Watched task = tasks.get(id);
      isOver = task != null && task.removeWaiter(waiter);
      if (isOver) {
        end(task, outcomes.stillRunning(task));
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
      alarm.rang();
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
      for (Watched task = take(); task != null; task = take()) {
        ask(task);
      }
    }
    shared.endings().flush();
  }

  /** The next task to ask for now; if there is none, sets the alarm and ends the asking. */
  private synchronized @Nullable Watched take() {
    long now = shared.time().now();
    giveUpOld(now);
    long dueAt = agenda.nextAt();
    long parkedAt = suspensions.nextAt();
    long at = Math.min(dueAt, parkedAt);
    if (inFlight >= rules.rateLimit().maxConcurrent()) {
      at = Alarm.NEVER;
    } else if (at != Alarm.NEVER) {
      at = Math.max(at, pacer.earliest(now, tasks.size()));
    }
    if (at <= now) {
      pacer.took(now);
      inFlight++;
      return dueAt <= parkedAt ? agenda.takeNext() : suspensions.takeNext();
    }
    alarm.set(
        Math.min(Math.min(at, agenda.nextEndAt()), Math.min(limits.nextAt(), queries.nextAt())));
    asking = false;
    return null;
  }

  /** Those that are asked for just now are left to the policy, unless the answer never comes. */
  private void giveUpOld(long now) {
    for (var query = queries.takeOverdue(now); query != null; query = queries.takeOverdue(now)) {
      inFlight--;
      aborted.add(query.call());
      settle(query.task(), inquiry.overdue(query.task().id));
    }
    for (var limit = limits.takeEnded(now); limit != null; limit = limits.takeEnded(now)) {
      endOne(limit);
    }
    for (Watched old = agenda.takeEnded(now); old != null; old = agenda.takeEnded(now)) {
      if (old.is(Flag.PARKED)) {
        answers.warnOfEnd(old);
      }
      if (old.isWaiting() || old.is(Flag.PARKED)) {
        end(old, outcomes.stillRunning(old));
      }
    }
  }

  /** One wait for a task has reached its own limit. */
  private void endOne(WaitLimits.Limit limit) {
    Watched task = limit.task();
    if (task.is(Flag.GONE)) {
      return;
    }
    Outcome outcome = outcomes.stillRunning(task);
    if (task.removeWaiter(limit.waiter())) {
      task.addWaiter(limit.waiter());
      end(task, outcome);
    } else {
      shared.endings().tell(outcome, List.of(limit.waiter()));
    }
  }

  private void ask(Watched task) {
    CompletableFuture<QueryResult> call = inquiry.begin(task.id);
    boolean isGone;
    synchronized (this) {
      queries.begin(task, call, shared.time().now());
      isGone = task.is(Flag.GONE);
    }
    call.whenComplete(
        (result, failed) -> answered(task, call, inquiry.result(task.id, result, failed)));
    if (isGone) {
      call.cancel(true);
    }
  }

  private void answered(Watched task, CompletableFuture<QueryResult> call, QueryResult result) {
    synchronized (this) {
      if (!queries.end(task, call)) {
        return; // it was given up
      }
      inFlight--;
      settle(task, result);
    }
    run();
  }

  private void settle(Watched task, QueryResult result) {
    Outcome outcome = task.is(Flag.GONE) ? null : answers.handle(task, result);
    if (outcome != null) {
      end(task, outcome);
    }
  }

  private void end(Watched task, Outcome outcome) {
    tasks.close(task);
    finish(task, outcome);
  }

  private void finish(Watched task, Outcome outcome) {
    task.set(Flag.GONE, true);
    agenda.drop(task);
    suspensions.drop(task);
    shared.endings().ended(outcome, task.takeWaiters());
    CompletableFuture<QueryResult> call = queries.of(task);
    if (call != null) {
      aborted.add(call);
    }
  }
}
