package io.github.reelay.benchmarks.cluster.process;

import io.github.reelay.task.TaskHandle;

/**
 * What happens to a task. It is written in the task's id, so that each process knows it.
 *
 * @param number makes the id different from others
 * @param startMillis when it was submitted, in milliseconds since 1970
 * @param lifeMillis how long it runs
 */
public record TaskStory(long number, long startMillis, long lifeMillis) {
  /** The story of a task by its id. */
  public static TaskStory of(String id) {
    String[] parts = id.split("-");
    return new TaskStory(
        Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
  }

  /** The handle with that id, at toapis. */
  public TaskHandle handle() {
    return new TaskHandle("toapis", "t-" + number + "-" + startMillis + "-" + lifeMillis);
  }

  /** Whether the task has run for its whole life, and its video is there. */
  public boolean isOver(long nowMillis) {
    return nowMillis - startMillis >= lifeMillis;
  }

  /** The provider's response; its progress goes up by ten percent at a time. */
  public String body(long nowMillis) {
    String begin = "{\"id\":\"" + handle().id() + "\",\"object\":\"generation.task\",\"status\":";
    if (isOver(nowMillis)) {
      return begin
          + "\"completed\",\"progress\":100,\"result\":{\"type\":\"video\",\"data\":[{\"url\":"
          + "\"https://files.example/"
          + handle().id()
          + ".mp4\",\"format\":\"mp4\"}]}}";
    }
    long tenths = Math.max(0, (nowMillis - startMillis) * 10 / lifeMillis);
    return begin
        + (tenths == 0 ? "\"queued\"}" : "\"in_progress\",\"progress\":" + tenths * 10 + "}");
  }
}
