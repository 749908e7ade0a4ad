package io.github.reelay.benchmarks.cluster;

import io.github.reelay.cluster.internal.store.Partitions;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The queries that the provider got, in order.
 *
 * @param queries all of them
 */
record ProviderLog(List<Query> queries) {
  private static final int PARTITIONS = 64;

  /**
   * A query.
   *
   * @param millis when it arrived, since 1970
   * @param replica who sent the query
   * @param id the task
   * @param end whether the response said that the video is there
   */
  record Query(long millis, String replica, String id, boolean end) {
    int partition() {
      return Partitions.of(new TaskHandle("toapis", id), PARTITIONS);
    }
  }

  static ProviderLog read(Path file) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (String line : Folders.lines(file)) {
      String[] parts = line.split(" ");
      queries.add(new Query(Long.parseLong(parts[0]), parts[1], parts[2], parts[3].equals("end")));
    }
    queries.sort(Comparator.comparingLong(Query::millis));
    return new ProviderLog(queries);
  }

  /** Those since the first time and before the second, in milliseconds since 1970. */
  ProviderLog between(long from, long to) {
    return new ProviderLog(
        queries.stream().filter(each -> each.millis() >= from && each.millis() < to).toList());
  }

  /** Those of one replica. */
  ProviderLog of(String replica) {
    return new ProviderLog(
        queries.stream().filter(each -> each.replica().equals(replica)).toList());
  }

  /** Which part of all queries was about a task whose end had been reported before, in percent. */
  double percentAfterEnd() {
    Set<String> ended = new HashSet<>();
    long after = 0;
    for (Query each : queries) {
      if (each.end() && !ended.add(each.id())) {
        after++;
      }
    }
    return 100.0 * after / Math.max(1, queries.size());
  }

  /** Who queried last in each partition before a time. */
  TreeMap<Integer, String> holders(long before) {
    TreeMap<Integer, String> holders = new TreeMap<>();
    queries.stream()
        .filter(each -> each.millis() < before)
        .forEach(each -> holders.put(each.partition(), each.replica()));
    return holders;
  }

  /**
   * How long it took until another replica queried in each partition of one that was lost.
   *
   * @param lost the replica
   * @param at when, in milliseconds since 1970
   * @return in seconds
   */
  List<Double> takeOvers(String lost, long at) {
    Set<Integer> left = new TreeSet<>();
    holders(at)
        .forEach(
            (partition, holder) -> {
              if (holder.equals(lost)) {
                left.add(partition);
              }
            });
    List<Double> took = new ArrayList<>();
    for (Query each : queries) {
      if (each.millis() >= at && !each.replica().equals(lost) && left.remove(each.partition())) {
        took.add((each.millis() - at) / 1_000.0);
      }
    }
    return took;
  }

  /** The most queries in a stretch of that many milliseconds that begins with a query. */
  int mostWithin(long millis) {
    int most = 0;
    int last = 0;
    for (int first = 0; first < queries.size(); first++) {
      while (last < queries.size()
          && queries.get(last).millis() < queries.get(first).millis() + millis) {
        last++;
      }
      most = Math.max(most, last - first);
    }
    return most;
  }
}
