package io.github.reelay.watch;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of waiting written a second time, for the providers that they protect, and compared
 * with what a watcher does.
 */
final class RuleChecker {
  private static final Duration GRACE = Duration.ofMinutes(2);
  private static final Duration UNREACHABLE_AFTER = Duration.ofMinutes(5);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(120);
  private static final Duration SHORTEST_SUSPENSION = Duration.ofSeconds(30);
  private static final Duration LONGEST_SUSPENSION = Duration.ofMinutes(15);

  /** What the watcher did against a rule, each in a sentence that begins with the rule. */
  final List<String> broken = new ArrayList<>();

  /** How many queries follow two bad responses or more, or 429, in a row. */
  int backOffs;

  /** How many of them came before the doubled interval was over. */
  int hurried;

  final Map<TaskHandle, TaskRecord> tasks = new HashMap<>();
  private final Map<String, ProviderRecord> providers = new HashMap<>();
  private final Instant start;

  RuleChecker(Instant start) {
    this.start = start;
  }

  void created(SimulatedTask simulatedTask) {
    Duration first =
        simulatedTask.age() == null
            ? Duration.ZERO
            : DocumentedNumbers.firstQuery(simulatedTask.handle());
    Duration rest = simulatedTask.age() == null ? first : first.minus(simulatedTask.age());
    Duration notBefore =
        rest.isNegative() ? simulatedTask.addedAt() : simulatedTask.addedAt().plus(rest);
    tasks.put(simulatedTask.handle(), new TaskRecord(simulatedTask, notBefore));
  }

  TaskRecord task(TaskHandle handle) {
    return tasks.get(handle);
  }

  private ProviderRecord provider(TaskHandle handle) {
    return providers.computeIfAbsent(handle.provider(), name -> new ProviderRecord());
  }

  /** A query has come. */
  void queried(ScriptedProviders.Query query) {
    TaskRecord task = task(query.handle());
    check(query.at().compareTo(task.notBefore) >= 0, "too early", query + " < " + task.notBefore);
    check(task.end == null, "queried after its end", query);
    if (task.suspendedAt == null && task.backedOffUntil != null) {
      backOffs++;
      hurried += query.at().compareTo(task.backedOffUntil) < 0 ? 1 : 0;
    }
    if (task.suspendedAt != null) {
      probed(query, task, task.suspendedAt);
    }
  }

  private void probed(ScriptedProviders.Query query, TaskRecord task, Duration suspendedAt) {
    ProviderRecord provider = provider(query.handle());
    task.probes++;
    Duration shown = provider.shownAt;
    if (shown != null && shown.compareTo(suspendedAt) > 0) {
      return; // the provider is back: all of them are queried
    }
    Duration rested = query.at().minus(suspendedAt);
    check(rested.compareTo(SHORTEST_SUSPENSION) >= 0, "suspended too short", query);
    check(provider.probesInFlight == 0, "two probes", query);
    if (provider.failedProbes > 0 && provider.probeAt != null) {
      Duration least = SHORTEST_SUSPENSION.multipliedBy(1L << Math.min(provider.failedProbes, 5));
      Duration bound = least.compareTo(LONGEST_SUSPENSION) > 0 ? LONGEST_SUSPENSION : least;
      check(query.at().minus(provider.probeAt).compareTo(bound) >= 0, "probed too often", query);
    }
    provider.probesInFlight++;
    provider.failedProbes++;
    provider.probeAt = query.at();
  }

  /**
   * The response arrives now.
   *
   * @param reported the least pause that the provider demands
   */
  void responded(TaskHandle handle, SimulatedResponse response, Duration reported, Duration now) {
    ResponseKind kind = ResponseKind.of(response);
    TaskRecord task = task(handle);
    ProviderRecord provider = provider(handle);
    if (task.suspendedAt != null) {
      if (provider.probesInFlight > 0) {
        provider.probed(kind, response.status());
      }
      provider.probesInFlight = 0;
    }
    provider.responded(task, kind, now);
    task.responded(kind, reported, now);
    Duration interval = DocumentedNumbers.interval(handle);
    boolean backsOff = provider.shownAt != null || kind == ResponseKind.LIMITED;
    task.notBefore = now.plus(longer(reported, interval));
    task.backedOffUntil =
        backsOff && task.isInARow() ? now.plus(task.pause(interval, LONGEST_BACK_OFF)) : null;
  }

  /** The watcher says something. */
  void heard(TaskEvent event, Duration now) {
    TaskRecord task = task(event.handle());
    if (event instanceof TaskEvent.FollowUpFailed) {
      check(
          task.followUpFailed && !task.failureReported, "reported that a follow-up failed", event);
      task.failureReported = true;
      return;
    }
    check(task.end == null, "reported after its end", event);
    if (event instanceof TaskEvent.Ended ended) {
      task.end = ended.outcome();
      ended(task, ended.outcome(), now);
    } else if (event instanceof TaskEvent.Suspended suspended) {
      task.suspendedAt = now;
      suspended(task, suspended.outcome());
    } else if (event instanceof TaskEvent.Resumed) {
      check(task.suspendedAt != null, "resumed without a reason", event);
      task.suspendedAt = null;
    }
  }

  private void ended(TaskRecord task, Outcome outcome, Duration now) {
    if (outcome instanceof Outcome.Finished finished) {
      check(isItsEnd(task, finished.task().status(), now), "another end", outcome);
    } else if (outcome instanceof Outcome.Unfinished running) {
      Instant end =
          start
              .plus(task.simulatedTask.addedAt())
              .plus(DocumentedNumbers.givesUpAfter(task.simulatedTask));
      check(running.nextQueryAt().isAfter(end), "given up too early", outcome);
    } else {
      boolean gone = outcome instanceof Outcome.Refused refused && refused.taskUnknown();
      check(gone, "ended instead of suspended", outcome);
      check(isCertainlyGone(task, now), "forgotten", outcome);
    }
  }

  private static boolean isItsEnd(TaskRecord task, TaskStatus status, Duration now) {
    TaskStatus real =
        switch (task.simulatedTask.end()) {
          case NEVER, GONE, LOST -> null;
          case FAILS -> TaskStatus.FAILED;
          default -> TaskStatus.SUCCEEDED;
        };
    return status == real && now.compareTo(task.simulatedTask.doneAt()) >= 0;
  }

  private void suspended(TaskRecord task, Outcome outcome) {
    if (outcome instanceof Outcome.Unreachable) {
      boolean shownAny = provider(task.simulatedTask.handle()).shownAt != null;
      boolean longEnough = !shownAny || task.badFor().compareTo(UNREACHABLE_AFTER) >= 0;
      check(task.bad >= 5 && longEnough, "unreachable too early", outcome);
    } else if (outcome instanceof Outcome.Refused refused) {
      check(isRefused(task, refused.failure().kind()), "refused without a reason", outcome);
    } else {
      check(false, "suspended without a reason", outcome);
    }
  }

  private static boolean isRefused(TaskRecord task, FailureKind kind) {
    return switch (kind) {
      case UNAUTHORIZED, QUOTA_EXHAUSTED -> task.last == ResponseKind.LOCKED;
      case NOT_FOUND ->
          task.last == ResponseKind.DENIED && task.denials >= 3
              || task.last == ResponseKind.REFUSED && task.shown == 0 && task.wordless >= 3;
      default -> task.last == ResponseKind.REFUSED && task.shown == 0;
    };
  }

  /** A handle leaves the store. */
  void closed(TaskHandle handle, Duration now) {
    TaskRecord task = task(handle);
    check(!task.closed, "closed twice", handle);
    task.closed = true;
    if (task.end instanceof Outcome.Finished) {
      check(task.followedUp, "closed before it was followed up", handle);
    } else {
      boolean gone = task.end != null ? task.end.isFinal() : isCertainlyGone(task, now);
      check(gone, "forgotten", handle);
    }
  }

  private boolean isCertainlyGone(TaskRecord task, Duration now) {
    return task.isDeniedForCertain(GRACE, now)
        && !provider(task.simulatedTask.handle()).isInDoubt(task.deniedFirst(), GRACE, now);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void check(boolean holds, String rule, @Nullable Object what) {
    if (!holds) {
      broken.add(rule + ": " + what);
    }
  }
}
