package io.github.reelay.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a simulated provider has responded about one task, and what its watcher said of it. */
final class TaskRecord {
  final SimulatedTask simulatedTask;

  /** When it may be queried, from the beginning. */
  Duration notBefore;

  /**
   * When it should be queried at the earliest after several bad responses; null if there are none.
   */
  @Nullable Duration backedOffUntil;

  /** How often the provider has shown it. */
  int shown;

  /** How often it has denied it, and when for the first time. */
  int denials;

  private @Nullable Duration deniedFirst;

  /** How many 404 that deny nothing have come in a row. */
  int wordless;

  /** How many bad responses have come in a row, and since when. */
  int bad;

  private @Nullable Duration badSince;

  /** How many 429 without a pause have come in a row. */
  int limited;

  @Nullable ResponseKind last;
  private @Nullable Duration lastAt;

  /** When its wait was suspended; null if it is not. */
  @Nullable Duration suspendedAt;

  /** How often it was queried while it was suspended. */
  int probes;

  /** The end that the watcher reported; null before. */
  @Nullable Outcome end;

  /** Whether what is to be done with a finished task is done. */
  boolean followedUp;

  /** Whether its follow-up has failed. */
  boolean followUpFailed;

  /** Whether the watcher has said so. */
  boolean failureReported;

  /** Whether its handle has left the store. */
  boolean closed;

  TaskRecord(SimulatedTask simulatedTask, Duration notBefore) {
    this.simulatedTask = simulatedTask;
    this.notBefore = notBefore;
  }

  /**
   * Takes a response down. After the first time that the task is shown, a refusal and a denial are
   * bad too.
   *
   * @param reported the pause that the provider demands
   */
  void responded(ResponseKind kind, Duration reported, Duration at) {
    boolean isNo = kind == ResponseKind.REFUSED || kind == ResponseKind.DENIED;
    boolean isBad = kind == ResponseKind.BAD || isNo && shown > 0;
    limited = kind == ResponseKind.LIMITED && reported.isZero() ? limited + 1 : 0;
    last = kind;
    lastAt = at;
    if (kind == ResponseKind.LIMITED) {
      return;
    }
    bad = isBad ? bad + 1 : 0;
    badSince = bad == 0 ? null : bad == 1 ? at : badSince;
    wordless = kind == ResponseKind.REFUSED && !isBad ? wordless + 1 : 0;
    if (kind == ResponseKind.SHOWN) {
      shown++;
    } else if (kind == ResponseKind.DENIED) {
      denials++;
      deniedFirst = deniedFirst == null ? at : deniedFirst;
    }
  }

  /** When it was denied for the first time; null before. */
  @Nullable Duration deniedFirst() {
    return deniedFirst;
  }

  /** How long the bad responses have lasted. */
  Duration badFor() {
    return badSince == null || lastAt == null ? Duration.ZERO : lastAt.minus(badSince);
  }

  /**
   * Whether the responses about this task alone make it certain that it is gone. The simulated
   * hours are fewer than the day for which each provider keeps its records.
   */
  boolean isDeniedForCertain(Duration grace, Duration now) {
    if (shown > 0 || denials < 3 || deniedFirst == null) {
      return false;
    }
    boolean young =
        simulatedTask.age() == null
            || now.minus(simulatedTask.addedAt()).plus(simulatedTask.age()).compareTo(grace) < 0;
    return !young || now.minus(deniedFirst).compareTo(grace) >= 0;
  }

  /** Whether the last two responses or more are bad, or 429. */
  boolean isInARow() {
    return (last == ResponseKind.LIMITED ? limited : bad) > 1;
  }

  /** The least pause after the last response, what the provider demands aside. */
  Duration pause(Duration interval, Duration longest) {
    int row = last == ResponseKind.LIMITED ? limited : bad;
    int doublings = Math.min(row - 1, 10);
    Duration doubled = doublings <= 0 ? interval : interval.multipliedBy(1L << doublings);
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
