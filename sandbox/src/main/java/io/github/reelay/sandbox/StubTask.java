package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.NamedExample;
import io.github.reelay.sandbox.internal.spec.ShownState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One task at one provider: how often it was queried, and what its responses showed. */
final class StubTask {
  private final String id;
  private final Scenario scenario;
  private final Progression progression;
  private final Deque<SandboxResponse> script = new ArrayDeque<>();
  private int queries;
  private int unscripted;
  private int shown;
  private @Nullable Instant created;
  private @Nullable Stage stage;
  private Instant changed = Instant.EPOCH;

  StubTask(String id, Progression progression) {
    this.id = id;
    this.scenario = Scenario.of(id);
    this.progression = progression;
  }

  String id() {
    return id;
  }

  Scenario scenario() {
    return scenario;
  }

  synchronized int queries() {
    return queries;
  }

  synchronized void script(List<SandboxResponse> responses) {
    script.addAll(responses);
  }

  /** Counts a query, which begins the task's time. */
  synchronized Query query(Instant now) {
    if (created == null) {
      created = now;
    }
    queries++;
    SandboxResponse scripted = script.poll();
    if (scripted == null) {
      unscripted++;
    }
    return new Query(unscripted, scripted);
  }

  /**
   * The task as the next real response shows it.
   *
   * @param choose gives the provider's example of the first of these states
   */
  synchronized TaskSnapshot show(Instant now, Function<List<ShownState>, NamedExample> choose) {
    Instant first = created == null ? now : created;
    Progression.Step step = progression.step(Duration.between(first, now), shown);
    Stage next = scenario.stage(step.stage());
    if (next != stage) {
      stage = next;
      Instant began = progression.began(next, first, now);
      changed = began.isAfter(now) ? now : began;
    }
    shown++;
    NamedExample example = choose.apply(scenario.shows(next, shown));
    return new TaskSnapshot(id, example, next, step.percent(), first, changed);
  }

  /** The task as an example shows it that belongs to no stage. */
  synchronized TaskSnapshot show(NamedExample example, Instant now) {
    Instant first = created == null ? now : created;
    return new TaskSnapshot(id, example, Stage.DONE, 99, first, first);
  }

  /**
   * One query.
   *
   * @param number counted from 1, without the queries with a scripted response
   * @param scripted the response that was set for it; null if none was
   */
  record Query(int number, @Nullable SandboxResponse scripted) {}
}
