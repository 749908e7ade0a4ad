package io.github.reelay.cli.terminal;

import io.github.reelay.task.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line for each task that is waited for, and below them one for all. If there are more tasks
 * than lines, those that changed last are shown.
 */
final class ProgressTable {
  private static final int BAR = 20;
  private static final int BAR_FITS = 70;
  private static final int BESIDE_THE_NAME = 40;
  private static final int SHORTEST_NAME = 12;

  private final Map<TaskHandle, Row> open = new LinkedHashMap<>();
  private final Instant start;
  private long changes;
  private int ended;

  ProgressTable(Instant start) {
    this.start = start;
  }

  private record Row(TaskHandle task, TaskProgress progress, Instant since, long change) {}

  void put(TaskHandle task, TaskProgress progress, Instant now) {
    Row before = open.get(task);
    boolean same = before != null && before.progress.kind().equals(progress.kind());
    open.put(task, new Row(task, progress, same ? before.since : now, changes++));
  }

  /** Forgets a task that has ended, and returns where it stood last; null if it was not here. */
  @Nullable TaskProgress end(TaskHandle task) {
    Row row = open.remove(task);
    if (row == null) {
      return null;
    }
    ended++;
    return row.progress;
  }

  /**
   * At most {@code height} lines. They may be wider than {@code columns}: {@link ScreenRegion} cuts
   * them.
   */
  List<String> lines(int columns, int height, Instant now) {
    boolean summary = open.size() + ended > 1;
    int room = Math.max(0, height - (summary ? 1 : 0));
    List<Row> shown = shown(room);
    int name = nameWidth(shown, columns);
    List<String> lines = new ArrayList<>();
    shown.forEach(row -> lines.add(line(row, name, columns, now)));
    if (summary && height > 0) {
      lines.add(summary(open.size() - shown.size(), now));
    }
    return lines;
  }

  private List<Row> shown(int room) {
    if (open.size() <= room) {
      return List.copyOf(open.values());
    }
    long oldest =
        open.values().stream()
            .map(Row::change)
            .sorted(Comparator.reverseOrder())
            .skip(room)
            .findFirst()
            .orElse(-1L);
    return open.values().stream().filter(row -> row.change > oldest).toList();
  }

  private static int nameWidth(List<Row> rows, int columns) {
    int longest = rows.stream().mapToInt(row -> row.task.toString().length()).max().orElse(0);
    return Math.min(longest, Math.max(SHORTEST_NAME, columns - BESIDE_THE_NAME));
  }

  private static String line(Row row, int width, int columns, Instant now) {
    String name = cut(row.task.toString(), width);
    String bar = columns < BAR_FITS ? "" : bar(row.progress.percent()) + "  ";
    return name
        + " ".repeat(width - name.length() + 2)
        + bar
        + row.progress.text()
        + ", "
        + time(row.since, now);
  }

  /** Without its middle, since ids differ in their ends and providers in their beginnings. */
  private static String cut(String name, int width) {
    int head = width / 2;
    return name.length() <= width
        ? name
        : name.substring(0, head) + "…" + name.substring(name.length() - (width - head - 1));
  }

  private static String bar(@Nullable Integer percent) {
    int done = percent == null ? 0 : percent * BAR / 100;
    return "[" + "#".repeat(done) + "-".repeat(BAR - done) + "]";
  }

  private String summary(int hidden, Instant now) {
    Map<String, Integer> kinds = new TreeMap<>();
    open.values().forEach(row -> kinds.merge(row.progress.kind(), 1, Integer::sum));
    StringBuilder line = new StringBuilder();
    line.append(ended).append(" of ").append(open.size() + ended).append(" ended");
    kinds.forEach((kind, count) -> line.append(", ").append(count).append(' ').append(kind));
    if (hidden > 0) {
      line.append(", ").append(hidden).append(" not shown");
    }
    return line.append(", ").append(time(start, now)).toString();
  }

  private static String time(Instant since, Instant now) {
    Duration time = Duration.between(since, now);
    String seconds = (time.toSecondsPart() < 10 ? ":0" : ":") + time.toSecondsPart();
    long hours = time.toHours();
    return hours == 0
        ? time.toMinutes() + seconds
        : hours + (time.toMinutesPart() < 10 ? ":0" : ":") + time.toMinutesPart() + seconds;
  }
}
