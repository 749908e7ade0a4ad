package io.github.reelay.benchmarks.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What has become visible, as a trigger of the benchmark's noted it at each commit: ends, and
 * progress that went backwards, because a replica overwrote what another had learned later.
 */
final class EndLog {
  /** The benchmark's own tables and the trigger; {@code benchmark_fence} is for a broken fence. */
  static final String TABLES =
      """
      create table benchmark_end (id text not null, outcome text, at timestamptz not null);
      create table benchmark_backwards (id text not null, replica text not null);
      create table benchmark_fence (replica text, part text, version bigint,
        primary key (replica, part));
      create function benchmark_note() returns trigger language plpgsql as $$
      begin
        if new.outcome is distinct from old.outcome then
          insert into benchmark_end values (new.id, new.outcome, clock_timestamp());
        elsif new.progress < old.progress then
          insert into benchmark_backwards values (new.id, current_setting('application_name'));
        end if;
        return null;
      end $$;
      create trigger benchmark_note after update on reelay_task
        for each row execute function benchmark_note();
      """;

  private final String url;

  EndLog(String url) {
    this.url = url;
  }

  /** How many ends became visible beyond one for each task. */
  long doubled() throws SQLException {
    return number("select count(*) - count(distinct id) from benchmark_end");
  }

  /** How many tasks' progress went backwards. */
  long backwards() throws SQLException {
    return number("select count(*) from benchmark_backwards");
  }

  /** When ends became visible, in milliseconds since 1970, in order. */
  List<Long> times() throws SQLException {
    List<Long> times = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select floor(extract(epoch from at) * 1000) from benchmark_end")) {
      while (rows.next()) {
        times.add(rows.getLong(1));
      }
    }
    Collections.sort(times);
    return times;
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
