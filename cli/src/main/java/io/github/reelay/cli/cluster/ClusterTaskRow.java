package io.github.reelay.cli.cluster;

import io.github.reelay.cli.terminal.DurationText;
import io.github.reelay.cluster.ClusterTask;
import io.github.reelay.drift.TextTable;
import io.github.reelay.internal.json.CanonicalJsonWriter;
import io.github.reelay.internal.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** A task of a cluster as {@code reelay tasks} lists it. */
public record ClusterTaskRow(ClusterTask task) {
  private static final List<String> TITLES =
      List.of("HANDLE", "WAIT", "STATUS", "PROGRESS", "SUBMITTED", "UNCHANGED FOR");

  /** The lines of a table, the titles first. */
  public static List<String> table(List<ClusterTask> tasks, Instant now) {
    return TextTable.lines(
        TITLES, tasks.stream().map(task -> new ClusterTaskRow(task).cells(now)).toList());
  }

  private List<String> cells(Instant now) {
    return List.of(
        task.handle().toString(),
        wait(" "),
        task.status() == null ? "-" : task.status().jsonName(),
        task.progressPercent() == null ? "-" : task.progressPercent() + " %",
        task.submittedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
        age(now));
  }

  private String age(Instant now) {
    Duration age = Duration.between(task.changedAt(), now);
    return age.toSeconds() < 1 ? "0 s" : DurationText.text(Duration.ofSeconds(age.toSeconds()));
  }

  private String wait(String between) {
    return task.state().name().toLowerCase(Locale.ROOT).replace("_", between);
  }

  /**
   * One JSON object on one line. Its {@code result}, the canonical JSON as it was seen last, is
   * absent before the first one.
   */
  public String json() {
    JsonWriter json = JsonWriter.line();
    json.text("handle", task.handle());
    json.text("wait", wait("-"));
    if (task.status() != null) {
      json.text("status", task.status().jsonName());
    }
    json.number("progressPercent", task.progressPercent());
    json.text("submittedAt", task.submittedAt());
    json.text("changedAt", task.changedAt());
    if (task.lastResult() != null) {
      json.beginObject("result");
      CanonicalJsonWriter.write(json, task.lastResult());
      json.endObject();
    }
    return json.end();
  }
}
