package io.github.reelay.cli;

import io.github.reelay.exchange.Reading;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks for some tasks again and again until all have ended, and fetches their videos. */
final class Demo {
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /** 40 seconds, which with downloads stays within the minute. */
  private static final int ROUNDS = 80;

  private final Surroundings surroundings;
  private final Providers providers;
  private final Videos videos;
  private final Map<TaskHandle, Reading> seen = new LinkedHashMap<>();

  Demo(Surroundings surroundings, Providers providers, Videos videos) {
    this.surroundings = surroundings;
    this.providers = providers;
    this.videos = videos;
  }

  ExitStatus run(List<TaskHandle> tasks) throws InterruptedException {
    List<TaskHandle> open = ask(tasks);
    for (int round = 1; round < ROUNDS && !open.isEmpty(); round++) {
      surroundings.sleeper().sleep(INTERVAL);
      open = ask(open);
    }
    List<ExitStatus> statuses = new ArrayList<>();
    for (TaskHandle unfinished : open) {
      surroundings.say(unfinished + ": expected an end within 40 seconds, found it still running");
      statuses.add(ExitStatus.GAVE_UP);
    }
    tasks.forEach(task -> statuses.add(finish(task, reading(task))));
    tasks.forEach(task -> surroundings.result(CanonicalJson.line(reading(task))));
    return ExitStatus.first(statuses);
  }

  /** One round: all at the same time. Returns those that have to be asked again. */
  private List<TaskHandle> ask(List<TaskHandle> tasks) {
    List<CompletableFuture<Reading>> answers = tasks.stream().map(providers::queryAsync).toList();
    List<TaskHandle> open = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      TaskHandle task = tasks.get(i);
      Reading reading = answers.get(i).join();
      report(task, reading);
      if (reading instanceof Reading.TaskSeen found && !found.task().status().terminal()) {
        open.add(task);
      }
    }
    return open;
  }

  private void report(TaskHandle task, Reading reading) {
    Reading before = seen.put(task, reading);
    String progress = Sentence.progress(reading);
    if (before == null || !progress.equals(Sentence.progress(before))) {
      surroundings.say(task + ": " + progress);
    }
  }

  private ExitStatus finish(TaskHandle task, Reading reading) {
    String sentence = Sentence.about(reading);
    if (sentence != null) {
      surroundings.say(sentence);
    }
    if (reading instanceof Reading.TaskSeen found
        && found.task().state() instanceof TaskState.Succeeded succeeded) {
      return fetch(task, succeeded);
    }
    return ExitStatus.of(reading);
  }

  private ExitStatus fetch(TaskHandle task, TaskState.Succeeded succeeded) {
    try {
      surroundings.say(task + ": " + videos.fetch(task, succeeded.video()));
      return ExitStatus.DONE;
    } catch (IOException failed) {
      surroundings.say(task + ": expected to download the video, found " + Videos.reason(failed));
      return ExitStatus.UNREADABLE;
    }
  }

  private Reading reading(TaskHandle task) {
    return seen.get(task);
  }
}
