package io.github.reelay.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which follow-ups were run, as they noted it themselves.
 *
 * @param ids one entry for each run
 */
record FollowUpLog(List<String> ids) {

  static FollowUpLog read(Path file) throws IOException {
    return new FollowUpLog(
        Folders.lines(file).stream().map(line -> line.substring(line.indexOf(' ') + 1)).toList());
  }

  /** How many of those tasks have none. */
  long missing(Collection<String> accepted) {
    Set<String> run = new HashSet<>(ids);
    return accepted.stream().filter(id -> !run.contains(id)).count();
  }

  /** How many runs there were beyond the first of each task, in percent of the tasks. */
  double percentRepeated() {
    int tasks = Math.max(1, new HashSet<>(ids).size());
    return 100.0 * (ids.size() - tasks) / tasks;
  }
}
