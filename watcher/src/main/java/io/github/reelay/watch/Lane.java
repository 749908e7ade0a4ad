package io.github.reelay.watch;

import io.github.reelay.exchange.Reading;
import io.github.reelay.internal.poll.Agenda;
import io.github.reelay.internal.poll.Alarm;
import io.github.reelay.internal.poll.Inquiry;
import io.github.reelay.internal.poll.OpenTasks;
import io.github.reelay.internal.poll.Pacer;
import io.github.reelay.internal.poll.QueriesInFlight;
import io.github.reelay.internal.poll.Suspensions;
import io.github.reelay.internal.poll.Timeline;
import io.github.reelay.internal.poll.Watched;
import io.github.reelay.internal.poll.Watched.Flag;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Waits.Wait;
import java.time.Instant;
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
  private List<CompletableFuture<Reading>> aborted = new ArrayList<>();
  private final Agenda agenda;
  private final Waiters waiters;
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
    this.waiters = answers.waiters();
    this.rules = rules;
    this.shared = shared;
    this.queries = new QueriesInFlight(provider.deadline());
    this.pacer = new Pacer(rules, shared.rateShare());
    this.alarm = new Alarm(shared.time(), this::ring);
    this.tasks = new OpenTasks(rules, shared.time(), agenda, suspensions);
  }

  /** Watches a task for its events. Returns whether it was not watched at all. */
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
    Watched task = tasks.open(wait.handle().id(), shared.time().since(options.submittedAt()));
    waiters.add(task, wait.future());
    if (options.listener() != null) {
      shared.endings().listen(wait.handle(), options.listener());
    }
    if (options.limit() != null) {
      long end = shared.time().now() + Timeline.nanos(options.limit());
      waiters.limit(task, wait.future(), end);
      answers.prolong(task, end);
    }
  }

  /** Ends the wait for a task, with an event or without. Returns whether it was watched. */
  synchronized boolean remove(String id, boolean silently) {
    Watched task = tasks.get(id);
    if (task != null) {
      stop(task, silently);
    }
    return task != null;
  }

  /** Ends some of the waits that are left, for ever, and returns their tasks; none at the end. */
  synchronized List<TaskHandle> stop(int most) {
    tasks.openNoMore();
    List<TaskHandle> unfinished = new ArrayList<>();
    Iterator<Watched> all = tasks.iterator();
    while (all.hasNext() && unfinished.size() < most) {
      Watched task = all.next();
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

  TaskHandle handle(String id) {
    return outcomes.handle(id);
  }

  /** What is known of a task while it is waited for; null if it is not. */
  synchronized Outcome.@Nullable StillRunning soFar(String id) {
    Watched task = tasks.get(id);
    return task == null ? null : outcomes.stillRunning(task);
  }

  /** A wait is over. Returns whether nobody else was interested in its task, which ends too. */
  synchronized boolean leave(Wait wait) {
    Watched task = tasks.get(wait.handle().id());
    boolean isOver = task != null && forget(task, wait.future());
    if (isOver) {
      stop(task, false);
    }
    waiters.unlimit(wait.future());
    return isOver;
  }

  /** Forgets a wait. Returns whether nobody is interested in its task any more. */
  private boolean forget(Watched task, CompletableFuture<Outcome> waiter) {
    return waiters.remove(task, waiter) && !task.is(Flag.PINNED);
  }

  private void ring() {
    synchronized (this) {
      alarm.rang();
    }
    run();
  }

  /** Asks for all that may be asked for; if another thread is doing so, it does this as well. */
  void run() {
    List<CompletableFuture<Reading>> drop;
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
    if (inFlight >= rules.pace().inFlight()) {
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
        Math.min(Math.min(at, agenda.nextEndAt()), Math.min(waiters.nextAt(), queries.nextAt())));
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
    for (var limit = waiters.takeEnded(now); limit != null; limit = waiters.takeEnded(now)) {
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
  private void endOne(Waiters.Limit limit) {
    Watched task = limit.task();
    if (task.is(Flag.GONE)) {
      return;
    }
    Outcome outcome = outcomes.stillRunning(task);
    if (forget(task, limit.waiter())) {
      waiters.add(task, limit.waiter());
      end(task, outcome);
    } else {
      shared.endings().tell(outcome, List.of(limit.waiter()));
    }
  }

  private void ask(Watched task) {
    Runnable end = shared.time().beginWork();
    CompletableFuture<Reading> call = inquiry.begin(task.id);
    boolean isGone;
    synchronized (this) {
      queries.begin(task, call, shared.time().now());
      isGone = task.is(Flag.GONE);
    }
    call.whenComplete(
            (reading, failed) -> answered(task, call, inquiry.result(task.id, reading, failed)))
        .whenComplete((reading, failed) -> end.run());
    if (isGone) {
      call.cancel(true);
    }
  }

  private void answered(Watched task, CompletableFuture<Reading> call, Reading reading) {
    synchronized (this) {
      if (!queries.end(task, call)) {
        return; // it was given up
      }
      inFlight--;
      settle(task, reading);
    }
    run();
  }

  private void settle(Watched task, Reading reading) {
    Outcome outcome = task.is(Flag.GONE) ? null : answers.handle(task, reading);
    if (outcome != null) {
      end(task, outcome);
    }
  }

  /** The wait has ended by itself. */
  private void end(Watched task, Outcome outcome) {
    drop(task);
    shared.recentEnds().put(outcome);
    shared.endings().ended(outcome, waiters.take(task));
  }

  /** Somebody ends the wait. */
  private void stop(Watched task, boolean silently) {
    Outcome outcome = outcomes.stillRunning(task);
    drop(task);
    shared.endings().stopped(outcome, waiters.take(task), silently);
  }

  private void drop(Watched task) {
    tasks.close(task);
    task.set(Flag.GONE, true);
    agenda.drop(task);
    suspensions.drop(task);
    CompletableFuture<Reading> call = queries.of(task);
    if (call != null) {
      aborted.add(call);
    }
  }
}
