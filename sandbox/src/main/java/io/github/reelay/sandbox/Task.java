package io.github.reelay.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One task at one provider: what was asked, and what was told. */
final class Task {
  private final String id;
  private final Story story;
  private final Stepping stepping;
  private final Deque<SandboxAnswer> script = new ArrayDeque<>();
  private int asked;
  private int unscripted;
  private int told;
  private @Nullable Instant created;
  private @Nullable Stage stage;
  private Instant changed = Instant.EPOCH;

  Task(String id, Stepping stepping) {
    this.id = id;
    this.story = Story.of(id);
    this.stepping = stepping;
  }

  String id() {
    return id;
  }

  Story story() {
    return story;
  }

  synchronized int asked() {
    return asked;
  }

  synchronized void script(List<SandboxAnswer> answers) {
    script.addAll(answers);
  }

  /** Counts a query, which begins the task's time. */
  synchronized Query ask(Instant now) {
    if (created == null) {
      created = now;
    }
    asked++;
    SandboxAnswer scripted = script.poll();
    if (scripted == null) {
      unscripted++;
    }
    return new Query(unscripted, scripted);
  }

  /**
   * The task as the next real answer shows it.
   *
   * @param choose the first of the names that the provider documents
   */
  synchronized Moment tell(Instant now, Function<List<String>, String> choose) {
    Instant first = created == null ? now : created;
    Stepping.Step step = stepping.step(Duration.between(first, now), told);
    Stage next = story.stage(step.stage());
    if (next != stage) {
      stage = next;
      Instant began = stepping.began(next, first, now);
      changed = began.isAfter(now) ? now : began;
    }
    told++;
    String example = choose.apply(story.examples(next, told));
    return new Moment(id, example, next, step.percent(), first, changed);
  }

  /** The task as an example shows it that no stage of its own leads to. */
  synchronized Moment show(String example, Instant now) {
    Instant first = created == null ? now : created;
    return new Moment(id, example, Stage.DONE, 99, first, first);
  }

  /**
   * One query.
   *
   * @param number counted from 1, queries with a scripted answer left out
   * @param scripted the answer that was set for it; null for none
   */
  record Query(int number, @Nullable SandboxAnswer scripted) {}
}
