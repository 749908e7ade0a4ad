package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.store.Database;
import io.github.reelay.cluster.internal.store.DatabaseHealth;
import io.github.reelay.cluster.internal.store.Dialect;
import io.github.reelay.cluster.internal.store.Submission;
import io.github.reelay.cluster.internal.store.TaskRow;
import io.github.reelay.cluster.internal.store.TaskTable;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.Bounds;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Outcome;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a cluster, to submit, read and wait for, without being a replica: nothing here
 * queries a provider. What is submitted is watched as soon as a replica is alive. Safe for use by
 * many threads.
 *
 * <p>Each method but {@link #watch} and {@link #await} throws a {@link ClusterException} while the
 * database cannot be reached; nothing is half done then.
 */
public final class ClusterTasks implements AutoCloseable {
  private final OpenCluster cluster;
  private final Runnable release;
  private final EndPoller ends;

  ClusterTasks(OpenCluster cluster, Runnable release) {
    this.cluster = cluster;
    this.release = release;
    this.ends = new EndPoller(cluster.database(), cluster.clock()::now);
  }

  /**
   * The tasks in a database that has the tables of a cluster; the caller closes it.
   *
   * @throws ClusterException if the database cannot be reached
   * @throws IllegalStateException if it has no tables of a cluster, or those of another version
   */
  public static ClusterTasks open(DataSource database) {
    return open(OpenCluster.Choice.DEFAULT.source(Objects.requireNonNull(database, "database")));
  }

  /**
   * As {@link #open(DataSource)}, with a pool of its own.
   *
   * @param url as {@link ClusterWatcherBuilder#database(String)} takes it
   * @throws IllegalArgumentException if it is the URL of neither PostgreSQL nor H2
   */
  public static ClusterTasks open(String url) {
    return open(OpenCluster.Choice.DEFAULT.url(Objects.requireNonNull(url, "url")));
  }

  /** As {@link #open(String)}, of a file of H2, which no other process may have open. */
  public static ClusterTasks open(Path file) {
    return open(OpenCluster.urlOf(file));
  }

  private static ClusterTasks open(OpenCluster.Choice choice) {
    Scheduler time = Scheduler.ofSystem();
    OpenCluster cluster = OpenCluster.of(choice, time::nanoTime, new Silent());
    return new ClusterTasks(
        cluster,
        () -> {
          cluster.release().run();
          time.close();
        });
  }

  /** Each call says by an exception what there is to say. */
  private static final class Silent implements DatabaseHealth.Listener {
    @Override
    public void away(Throwable failure) {}

    @Override
    public void back(Duration after) {}
  }

  /**
   * Submits a task that its provider has taken just now.
   *
   * @return whether it is new; false if it was submitted before, even if it has ended
   * @throws IllegalArgumentException if the id has more than 512 characters, or the name of the
   *     provider more than 64
   * @throws ClusterException if the database cannot be reached
   */
  public boolean submit(TaskHandle handle) {
    return submitAll(List.of(handle)) == 1;
  }

  /**
   * Submits a task that its provider has taken at that time: patience counts from then on.
   *
   * @return as {@link #submit(TaskHandle)}, which also lists what is thrown
   */
  public boolean submit(TaskHandle handle, Instant submittedAt) {
    return submitAll(Map.of(handle, submittedAt)) == 1;
  }

  /**
   * Submits many tasks as {@link #submit(TaskHandle)} does, 2,000 in a transaction. If the database
   * goes away in between, those of earlier transactions are submitted, and all can be submitted
   * again.
   *
   * @return how many are new
   */
  public int submitAll(Collection<TaskHandle> handles) {
    Instant now = cluster.clock().now();
    Map<TaskHandle, Instant> all = new LinkedHashMap<>();
    handles.forEach(handle -> all.put(handle, now));
    return submitAll(all);
  }

  /**
   * Submits many tasks as {@link #submit(TaskHandle, Instant)} does, 2,000 in a transaction.
   *
   * @return how many are new
   */
  public int submitAll(Map<TaskHandle, Instant> submittedAt) {
    Dialect dialect = cluster.database().dialect();
    int fresh = 0;
    for (List<Submission> some : Submissions.of(submittedAt, dialect.partitions())) {
      fresh += transaction("submit tasks", each -> dialect.insert(each, some)).size();
    }
    return fresh;
  }

  /**
   * A task as the database has it.
   *
   * @return empty if it was never submitted
   */
  public Optional<ClusterTask> find(TaskHandle handle) {
    return Optional.ofNullable(findAll(List.of(handle)).get(handle));
  }

  /**
   * Tasks as the database has them.
   *
   * @return those that were submitted, in no order; the others are absent
   */
  public Map<TaskHandle, ClusterTask> findAll(Collection<TaskHandle> handles) {
    Map<TaskHandle, TaskRow> rows =
        transaction("find tasks", connection -> TaskTable.find(connection, handles));
    Map<TaskHandle, ClusterTask> found = new LinkedHashMap<>();
    rows.forEach((handle, row) -> found.put(handle, ClusterTask.of(row)));
    return found;
  }

  /** The tasks that a filter lets through, the oldest first. */
  public List<ClusterTask> list(ClusterTaskFilter filter) {
    return transaction("list tasks", connection -> TaskTable.list(connection, filter.search()))
        .stream()
        .map(ClusterTask::of)
        .toList();
  }

  /** How many tasks are waited for, by all replicas together; counted in the database. */
  public long countOpen() {
    return transaction("count tasks", TaskTable::countOpen);
  }

  /**
   * Deletes tasks whose wait ended before that time, and about whose end nothing is left to be
   * done. Nothing else deletes a task. One that is submitted again afterwards is new.
   *
   * @return how many
   */
  public int deleteEnded(Instant before) {
    return transaction("delete tasks", connection -> TaskTable.deleteEnded(connection, before));
  }

  /**
   * Waits for a task without blocking; submits it if that has not been done.
   *
   * @return never fails by itself; waits as long as it takes, and ends as {@link
   *     Outcome.Unfinished} if this is closed
   * @throws IllegalArgumentException as {@link #submit(TaskHandle)}
   * @throws ClusterException if the database cannot be reached now; later outages only delay it
   */
  public CompletableFuture<Outcome> watch(TaskHandle handle) {
    submit(handle);
    return ends.watch(handle);
  }

  /**
   * Waits for a task as {@link #watch} does, but no longer than the limit. A thread that is
   * interrupted waits no longer, and keeps its interrupt.
   *
   * @param limit from now
   * @return {@link Outcome.Unfinished} with what was seen last if the time is over
   * @throws IllegalArgumentException if the limit is negative, or as {@link #watch}
   * @throws ClusterException if the database cannot be reached now
   */
  public Outcome await(TaskHandle handle, Duration limit) {
    Bounds.notNegative(limit, "a limit");
    CompletableFuture<Outcome> end = watch(handle);
    await(end, limit);
    return outcome(handle, end);
  }

  /**
   * Waits for tasks as {@link #await} does, with one limit for all of them together.
   *
   * @return the outcome of each task, in the order of the handles
   */
  public Map<TaskHandle, Outcome> awaitAll(Collection<TaskHandle> handles, Duration limit) {
    submitAll(handles);
    Map<TaskHandle, CompletableFuture<Outcome>> waits = new LinkedHashMap<>();
    handles.forEach(handle -> waits.computeIfAbsent(handle, ends::watch));
    CompletableFuture<Void> all =
        CompletableFuture.allOf(waits.values().toArray(CompletableFuture<?>[]::new));
    await(all, limit);
    Map<TaskHandle, Outcome> outcomes = new LinkedHashMap<>();
    waits.forEach((handle, wait) -> outcomes.put(handle, outcome(handle, wait)));
    return outcomes;
  }

  /** Waits until it is done, the time is over, or this thread is interrupted, which it stays. */
  private static void await(CompletableFuture<?> future, Duration limit) {
    try {
      future.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    } catch (TimeoutException over) {
      return; // what is known by then is the outcome
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(
          "expected a future that is cancelled or completes, found that it failed", impossible);
    }
  }

  private Outcome outcome(TaskHandle handle, CompletableFuture<Outcome> end) {
    Outcome known = end.getNow(null);
    if (known != null) {
      return known;
    }
    end.cancel(false);
    return Thread.currentThread().isInterrupted() ? unfinished(handle, null) : soFar(handle);
  }

  private Outcome soFar(TaskHandle handle) {
    try {
      ClusterTask task = find(handle).orElse(null);
      return task != null && task.outcome() != null
          ? task.outcome()
          : unfinished(handle, task == null ? null : task.lastResult());
    } catch (ClusterException away) {
      return unfinished(handle, null);
    }
  }

  private Outcome unfinished(TaskHandle handle, @Nullable QueryResult last) {
    QueryResult.Found found = last instanceof QueryResult.Found seen ? seen : null;
    return new Outcome.Unfinished(handle, found, cluster.clock().now());
  }

  private <T> T transaction(String what, Database.Work<T> work) {
    try {
      return cluster.database().inTransaction(work);
    } catch (SQLException failed) {
      throw ClusterException.of(what, failed);
    }
  }

  /** Ends the waits as {@link Outcome.Unfinished}, and closes what was opened here. */
  @Override
  public void close() {
    ends.close();
    release.run();
  }
}
