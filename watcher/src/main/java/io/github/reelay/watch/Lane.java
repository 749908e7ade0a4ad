package io.github.reelay.watch;

import io.github.reelay.exchange.Reading;
import io.github.reelay.policy.Decision;
import io.github.reelay.policy.PollingPolicy;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.Situation;
import io.github.reelay.provider.Provider;
import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one provider: asks for each when it is due and the pace allows it, and decides after
 * each answer. Its state is guarded by itself. Whoever changes what is watched calls {@link #run}
 * afterwards, without holding a lock: queries are begun and aborted there, and what follows an end
 * is begun.
 */
final class Lane {
  private final Inquiry inquiry;
  private final Outcomes outcomes;
  private final PollingRules rules;
  private final PollingPolicy policy;
  private final Shared shared;
  private final Map<String, Watched> tasks = new HashMap<>();
  private final Map<Watched, CompletableFuture<Reading>> calls = new HashMap<>();
  private List<CompletableFuture<Reading>> aborted = new ArrayList<>();
  private final Agenda agenda = new Agenda();
  private final Pacer pacer;
  private final Alarm alarm;
  private final long givesUpAfter;
  private int inFlight;
  private boolean asking;
  private boolean stopped;

  /**
   * What all lanes of a watcher have in common.
   *
   * @param time when it is
   * @param jitter stretches delays
   * @param endings takes changes and outcomes
   * @param keepLastSeen whether each task is kept as it was seen last
   */
  record Shared(Timeline time, Jitter jitter, Endings endings, boolean keepLastSeen) {}

  Lane(Provider provider, PollingRules rules, PollingPolicy policy, Shared shared) {
    this.inquiry = new Inquiry(provider);
    this.outcomes = new Outcomes(provider.name(), rules, shared.time());
    this.rules = rules;
    this.policy = policy;
    this.shared = shared;
    this.pacer = new Pacer(rules);
    this.alarm = new Alarm(shared.time(), this::ring);
    this.givesUpAfter = Timeline.nanos(rules.polling().givesUpAfter());
  }

  /** Watches a task for its events. Returns whether it was not watched at all. */
  synchronized boolean add(String id, @Nullable Duration age) {
    boolean isNew = !tasks.containsKey(id);
    begin(id, age).pinned = true;
    return isNew;
  }

  /**
   * Watches a task until its outcome is known or the future is done otherwise. Returns how many.
   */
  int join(String id, CompletableFuture<Outcome> waiter) {
    synchronized (this) {
      begin(id, null).addWaiter(waiter);
    }
    waiter.whenComplete((outcome, failed) -> leave(id, waiter));
    return 1;
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
   * Ends all waits, for ever. Lets go of each task at once: there may be no room for them twice.
   */
  synchronized void stop(Consumer<TaskHandle> unfinished) {
    stopped = true;
    agenda.clear();
    for (Iterator<Watched> all = tasks.values().iterator(); all.hasNext(); ) {
      Watched task = all.next();
      Outcome outcome = outcomes.stillRunning(task);
      all.remove();
      finish(task, outcome);
      unfinished.accept(outcome.handle());
    }
  }

  synchronized boolean isWatched(String id) {
    return tasks.containsKey(id);
  }

  synchronized List<TaskHandle> unfinished() {
    return tasks.values().stream().map(outcomes::handle).toList();
  }

  /** What is known of a task while it is waited for; null if it is not. */
  synchronized Outcome.@Nullable StillRunning soFar(String id) {
    Watched task = tasks.get(id);
    return task == null ? null : outcomes.stillRunning(task);
  }

  private Watched begin(String id, @Nullable Duration age) {
    if (stopped) {
      throw stoppedAlready();
    }
    Watched known = tasks.get(id);
    if (known != null) {
      return known;
    }
    long now = shared.time().now();
    long started = now - (age == null ? 0 : Timeline.nanos(age));
    Watched task = new Watched(id, started);
    tasks.put(id, task);
    if (now - started < givesUpAfter) {
      agenda.begin(task); // an older one is asked for once all the same
    }
    agenda.add(task, now + Timeline.nanos(PollingPolicy.firstDelay(rules, age)));
    return task;
  }

  static IllegalStateException stoppedAlready() {
    return new IllegalStateException(
        "expected a watcher that runs, found it stopped; build another one");
  }

  private void leave(String id, CompletableFuture<Outcome> waiter) {
    synchronized (this) {
      Watched task = tasks.get(id);
      if (task == null || !task.removeWaiter(waiter)) {
        return;
      }
      end(task, outcomes.stillRunning(task));
    }
    run();
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
    Watched next = agenda.next();
    boolean isFull = inFlight >= rules.pace().inFlight();
    long at =
        next == null || isFull
            ? Alarm.NEVER
            : Math.max(next.dueAt, pacer.earliest(now, tasks.size()));
    if (at <= now) {
      agenda.takeNext();
      pacer.took(now);
      inFlight++;
      return next;
    }
    Watched oldest = agenda.oldest();
    alarm.set(oldest == null ? at : Math.min(at, oldest.startedAt + givesUpAfter + 1));
    asking = false;
    return null;
  }

  /** Those that are asked for just now are left to the policy. */
  private void giveUpOld(long now) {
    for (Watched old = agenda.oldest();
        old != null && now - old.startedAt > givesUpAfter;
        old = agenda.oldest()) {
      agenda.takeOldest();
      if (old.phase == Watched.Phase.WAITING) {
        end(old, outcomes.stillRunning(old));
      }
    }
  }

  private void ask(Watched task) {
    CompletableFuture<Reading> call = inquiry.begin(task.id);
    boolean isGone;
    synchronized (this) {
      calls.put(task, call);
      isGone = task.phase == Watched.Phase.GONE;
    }
    call.whenComplete(
        (reading, failed) -> answered(task, inquiry.result(task.id, reading, failed)));
    if (isGone) {
      call.cancel(true);
    }
  }

  private void answered(Watched task, Reading reading) {
    synchronized (this) {
      inFlight--;
      calls.remove(task);
      if (task.phase == Watched.Phase.IN_FLIGHT) {
        settle(task, reading);
      }
    }
    run();
  }

  private void settle(Watched task, Reading reading) {
    if (task.note(reading, shared.keepLastSeen())) {
      shared.endings().changed(new WatchEvent.Changed(outcomes.handle(task), reading));
    }
    long now = shared.time().now();
    Duration elapsed = Duration.ofNanos(Math.max(0, now - task.startedAt));
    Decision decision = policy.decide(new Situation(reading, task.history(), elapsed));
    if (decision instanceof Decision.AskAgain again) {
      agenda.add(task, now + stretched(task, again.delay(), now));
    } else {
      end(task, outcomes.of(task, decision));
    }
  }

  /** The delay with its jitter, which never pushes a query beyond the end of the wait. */
  private long stretched(Watched task, Duration delay, long now) {
    long told = Timeline.nanos(delay);
    long stretched = shared.jitter().stretch(told, rules.patience().jitter());
    return Math.max(told, Math.min(stretched, task.startedAt + givesUpAfter - now));
  }

  private void end(Watched task, Outcome outcome) {
    tasks.remove(task.id);
    finish(task, outcome);
  }

  private void finish(Watched task, Outcome outcome) {
    agenda.drop(task, tasks.size());
    shared.endings().ended(outcome, task.waiters());
    CompletableFuture<Reading> call = calls.get(task);
    if (call != null) {
      aborted.add(call);
    }
  }
}
