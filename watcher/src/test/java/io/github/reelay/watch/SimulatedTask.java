package io.github.reelay.watch;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What really happens to one simulated task, whatever its provider says meanwhile.
 *
 * @param handle the task
 * @param addedAt when it is given to the watcher, from the beginning
 * @param age how long before that it was submitted; null if the watcher does not know it
 * @param knownAt when its provider begins to know it, from the beginning
 * @param doneAt when it ends
 * @param end how
 */
record SimulatedTask(
    TaskHandle handle,
    Duration addedAt,
    @Nullable Duration age,
    Duration knownAt,
    Duration doneAt,
    End end) {

  /** How a task ends. */
  enum End {
    /** With a video. */
    SUCCEEDS(7700),
    /** Without one. */
    FAILS(700),
    /** With a video whose URL is shown only from the second query on. */
    SUCCEEDS_LATE(400),
    /** Never, while anybody watches. */
    NEVER(300),
    /** With a video, but the first two queries find only a 404 that says nothing of the task. */
    UNKNOWN_AT_FIRST(300),
    /** With a video, but its provider denies it for up to 110 s, in its contract's own code. */
    DENIED_WHILE_YOUNG(300),
    /** Its provider has never had it. */
    GONE(150),
    /** With a video, but one query in the middle meets the challenge page of a gateway. */
    CHALLENGED(80),
    /** With a video, but one query in the middle finds a 400 or a 404 of something upstream. */
    REFUSED_ONCE(45),
    /** With a video, but two responses repeat 2 MB of the request. */
    REPEATED(20),
    /** Its provider loses the record as soon as it has shown the task. */
    LOST(5);

    private final int share;

    End(int share) {
      this.share = share;
    }

    private static End draw(SplittableRandom random) {
      int dice = random.nextInt(10_000);
      for (End end : values()) {
        dice -= end.share;
        if (dice < 0) {
          return end;
        }
      }
      throw new AssertionError("the shares are fewer than 10,000");
    }
  }

  /**
   * Draws what happens to a task.
   *
   * @param number of the first tasks, one ends in each way
   */
  static SimulatedTask of(
      TaskHandle handle, int number, Duration addedAt, SplittableRandom random) {
    End drawn = End.draw(random);
    End end = number < End.values().length ? End.values()[number] : drawn;
    int draw = random.nextInt(4);
    Duration age =
        draw < 2
            ? null
            : draw == 2 || end == End.DENIED_WHILE_YOUNG ? Duration.ZERO : Duration.ofMinutes(5);
    Duration known =
        end == End.DENIED_WHILE_YOUNG ? addedAt.plusSeconds(10 + random.nextInt(100)) : addedAt;
    return new SimulatedTask(
        handle, addedAt, age, known, addedAt.plusSeconds(20 + random.nextInt(400)), end);
  }

  /** Whether the provider knows the task when it is queried. */
  boolean isKnown(ScriptedProviders.Query query) {
    return end != End.GONE
        && query.at().compareTo(knownAt) >= 0
        && !(end == End.LOST && query.number() > 3);
  }

  /**
   * The honest response to a query.
   *
   * @param shown how often the task was shown before
   * @param shownAsDone how often it was shown after its end
   */
  SimulatedResponse truth(ScriptedProviders.Query query, int shown, int shownAsDone) {
    String provider = handle.provider();
    String id = handle.id();
    if (!isKnown(query)) {
      return SimulatedResponse.denial(provider);
    }
    boolean done = query.at().compareTo(doneAt) >= 0;
    String body = done ? ended(provider, id, shownAsDone) : running(provider, id, query.at());
    return switch (end) {
      case NEVER, LOST -> SimulatedResponse.of(running(provider, id, query.at()));
      case UNKNOWN_AT_FIRST ->
          query.number() <= 2 ? SimulatedResponse.wrongPath() : SimulatedResponse.of(body);
      case CHALLENGED ->
          shown == 1 && query.number() % 2 == 0
              ? SimulatedResponse.challenge()
              : SimulatedResponse.of(body);
      case REFUSED_ONCE ->
          shown == 1 && query.number() % 2 == 0 ? refusal() : SimulatedResponse.of(body);
      case REPEATED ->
          SimulatedResponse.of(shown == 0 || done ? StatusBodies.repeating(body) : body);
      default -> SimulatedResponse.of(body);
    };
  }

  private SimulatedResponse refusal() {
    return doneAt.toSeconds() % 2 == 0
        ? SimulatedResponse.of(400, StatusBodies.UPSTREAM_ERROR)
        : SimulatedResponse.wrongPath();
  }

  private String running(String provider, String id, Duration at) {
    long percent = 100 * at.minus(addedAt).toMillis() / doneAt.minus(addedAt).toMillis();
    return percent < 10
        ? StatusBodies.queued(provider, id)
        : StatusBodies.running(provider, id, (int) Math.min(percent, 99));
  }

  private String ended(String provider, String id, int shownAsDone) {
    return switch (end) {
      case FAILS -> StatusBodies.failed(provider, id);
      case SUCCEEDS_LATE ->
          shownAsDone == 0
              ? StatusBodies.completedWithoutVideo(provider, id)
              : StatusBodies.completed(provider, id);
      default -> StatusBodies.completed(provider, id);
    };
  }
}
