package io.github.reelay.benchmarks.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which replica held each partition since when, as a trigger of the benchmark's noted it.
 *
 * @param changes of all partitions, in order
 */
record LeaseLog(List<Change> changes) {
  /** The benchmark's own table and the trigger. */
  static final String TABLES =
      """
      create table benchmark_lease (part text not null, replica text, at timestamptz not null);
      create function benchmark_hold() returns trigger language plpgsql as $$
      begin
        if new.task_name = 'partition' and new.picked_by is distinct from old.picked_by then
          insert into benchmark_lease values
            (new.task_instance, split_part(new.picked_by, '/', 1), clock_timestamp());
        end if;
        return null;
      end $$;
      create trigger benchmark_hold after update on reelay_lease
        for each row execute function benchmark_hold();
      """;

  private static final String ALL =
      "select part, replica, floor(extract(epoch from at) * 1000) from benchmark_lease order by at";

  /**
   * A partition has another holder.
   *
   * @param part the partition
   * @param replica the name of the holder without that of its process; null if it has none
   * @param millis when, since 1970
   */
  record Change(String part, String replica, long millis) {}

  static LeaseLog read(String url) throws SQLException {
    List<Change> changes = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ALL)) {
      while (rows.next()) {
        changes.add(new Change(rows.getString(1), rows.getString(2), rows.getLong(3)));
      }
    }
    return new LeaseLog(changes);
  }

  /**
   * How long it took until another replica held each partition of one that was lost.
   *
   * @param lost the replica
   * @param at when, in milliseconds since 1970
   * @return in seconds
   */
  List<Double> takeOvers(String lost, long at) {
    Map<String, String> holders = new LinkedHashMap<>();
    List<Double> took = new ArrayList<>();
    for (Change each : changes) {
      if (each.millis() < at) {
        holders.put(each.part(), each.replica());
      } else if (each.replica() != null
          && !each.replica().equals(lost)
          && holders.remove(each.part(), lost)) {
        took.add((each.millis() - at) / 1_000.0);
      }
    }
    return took;
  }
}
