package io.github.reelay.cluster;

import io.github.reelay.cluster.internal.lease.LeaseSettings;
import io.github.reelay.cluster.internal.replica.Counters;
import io.github.reelay.cluster.internal.replica.Replica;
import io.github.reelay.cluster.internal.replica.ReplicaParts;
import io.github.reelay.cluster.internal.replica.ReplicaSettings;
import io.github.reelay.internal.Bounds;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.VideoTask;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.time.Scheduler;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.Watcher;
import io.github.reelay.watch.WatcherBuilder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link ClusterWatcher}; all have a default. The replicas of a cluster should have
 * the same. Not safe for use by many threads.
 */
public final class ClusterWatcherBuilder {
  private static final int LONGEST_NAME = 40;
  private static final int LEAST_MISSED = 4;

  final Providers providers;
  private final WatcherBuilder watcher;
  private final List<ClusterListener> listeners = new ArrayList<>();
  private final FollowUpActions followUps = new FollowUpActions();
  private OpenCluster.Choice choice = OpenCluster.Choice.DEFAULT;
  String name = ReplicaNames.usual();
  private Duration heartbeat = Duration.ofSeconds(1);
  private int missedHeartbeats = LEAST_MISSED;
  private int followUpThreads = 16;
  private Duration followUpTimeout = Duration.ofDays(1);
  private @Nullable Scheduler scheduler;
  private boolean started;

  ClusterWatcherBuilder(Providers providers) {
    this.providers = Objects.requireNonNull(providers, "providers");
    this.watcher = Watcher.builder(providers);
  }

  /**
   * The database, which the caller closes: PostgreSQL for several replicas, or H2 in this process
   * for one. Its pool needs eight connections, and should refuse one after two seconds; a
   * connection without a network time-out gets one of five seconds. By default it is a file of H2,
   * {@code reelay-cluster.mv.db} in the working directory.
   */
  public ClusterWatcherBuilder database(DataSource value) {
    choice = choice.source(Objects.requireNonNull(value, "database"));
    return this;
  }

  /**
   * The database by its URL, with a pool that is closed with the replica: {@code
   * jdbc:postgresql://host/database?user=…&password=…}, which needs the driver and HikariCP on the
   * class path, or {@code jdbc:h2:file:…}.
   */
  public ClusterWatcherBuilder database(String url) {
    choice = choice.url(Objects.requireNonNull(url, "url"));
    return this;
  }

  /** A file of H2, without its extension; no other process may have it open. */
  public ClusterWatcherBuilder file(Path value) {
    choice = choice.url(OpenCluster.urlOf(value));
    return this;
  }

  /**
   * Whether tables that are missing are made; by default only in H2. They are in the jar for tools
   * that migrate databases: {@code reelay-cluster/postgresql/V1__cluster.sql} and {@code
   * reelay-cluster/h2/V1__cluster.sql}.
   */
  public ClusterWatcherBuilder createSchema(boolean value) {
    choice = choice.createSchema(value);
    return this;
  }

  /**
   * The name of this replica; by default the host's, from the environment variable {@code
   * HOSTNAME}, and the number of the process.
   *
   * @throws IllegalArgumentException if it is empty or has more than 40 characters
   */
  public ClusterWatcherBuilder name(String value) {
    if (value.isEmpty() || value.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "expected a name of 1 to 40 characters, found " + value.length());
    }
    name = value;
    return this;
  }

  /**
   * What is to be done with a finished task, such as {@code downloader.savingTo(directory)}: at
   * least once, by one replica, and again by another if that one dies. If its stage fails it is
   * done again after 1 s, 2 s and so on up to 5 min, for {@link #followUpTimeout}. Called on a
   * thread of its own, where it may block.
   */
  public ClusterWatcherBuilder whenFinished(
      Function<VideoTask, ? extends CompletionStage<?>> value) {
    followUps.whenFinished(Objects.requireNonNull(value, "whenFinished"));
    return this;
  }

  /**
   * What is to be done about every end: the task has finished, its provider does not know it, or
   * patience is over. Otherwise like {@link #whenFinished}, together with which it can be used.
   */
  public ClusterWatcherBuilder whenEnded(Function<Outcome, ? extends CompletionStage<?>> value) {
    followUps.whenEnded(Objects.requireNonNull(value, "whenEnded"));
    return this;
  }

  /**
   * How many follow-ups this replica does at a time; 16 by default. A download takes one as long as
   * it lasts.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public ClusterWatcherBuilder followUpThreads(int value) {
    Bounds.atLeast(1, value, "followUpThreads");
    followUpThreads = value;
    return this;
  }

  /**
   * For how long after an end a follow-up that fails is repeated, and how long one may take, an
   * hour at least; a day by default.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public ClusterWatcherBuilder followUpTimeout(Duration value) {
    Bounds.notNegative(value, "followUpTimeout");
    followUpTimeout = value;
    return this;
  }

  /** Changes the rules of every provider; see {@link WatcherBuilder#rules(UnaryOperator)}. */
  public ClusterWatcherBuilder rules(UnaryOperator<PollingRules> change) {
    watcher.rules(change);
    return this;
  }

  /** Changes the rules of one provider; see {@link WatcherBuilder#rules(String, UnaryOperator)}. */
  public ClusterWatcherBuilder rules(String provider, UnaryOperator<PollingRules> change) {
    watcher.rules(provider, change);
    return this;
  }

  /** Hears of leases, refused writes and outages; can be called more than once. */
  public ClusterWatcherBuilder listener(ClusterListener value) {
    listeners.add(Objects.requireNonNull(value, "listener"));
    return this;
  }

  /**
   * Gets the events of the tasks that this replica watches, as a {@link Watcher} reports them; can
   * be called more than once. Two replicas may report the end of a task that was taken over.
   */
  public ClusterWatcherBuilder taskListener(TaskListener value) {
    watcher.listener(value);
    return this;
  }

  /**
   * Hears of this replica's queries and of the tasks that it watches, for metrics and traces; can
   * be called more than once. The database is reported by {@link ClusterWatcher#metrics}.
   */
  public ClusterWatcherBuilder telemetry(TelemetryListener value) {
    watcher.telemetry(value);
    return this;
  }

  /**
   * The time between two heartbeats; one second by default. A replica that has missed {@link
   * #missedHeartbeats} of them is taken for dead.
   *
   * @throws IllegalArgumentException if it is less than 100 milliseconds
   */
  public ClusterWatcherBuilder heartbeat(Duration value) {
    if (value.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException(
          "expected a heartbeat of at least 100 milliseconds, found " + value);
    }
    heartbeat = value;
    return this;
  }

  /**
   * After how many missed heartbeats a replica is taken for dead; 4 by default, which is the least.
   *
   * @throws IllegalArgumentException if it is less than 4
   */
  public ClusterWatcherBuilder missedHeartbeats(int value) {
    Bounds.atLeast(LEAST_MISSED, value, "missedHeartbeats");
    missedHeartbeats = value;
    return this;
  }

  /** The scheduler of the watcher, which the caller closes; by default one of its own. */
  public ClusterWatcherBuilder scheduler(Scheduler value) {
    scheduler = Objects.requireNonNull(value, "scheduler");
    return this;
  }

  /**
   * Joins the cluster. A builder starts one replica.
   *
   * @throws ClusterException if the database cannot be reached
   * @throws IllegalStateException if it has no tables of a cluster, or those of another version, if
   *     its driver is not on the class path, or if this builder has started a replica
   * @throws IllegalArgumentException if the URL is of neither PostgreSQL nor H2
   */
  public ClusterWatcher start() {
    if (started) {
      throw new IllegalStateException(
          "expected a builder that has started no replica, found one that has; make another one");
    }
    Scheduler time = scheduler != null ? scheduler : Scheduler.ofSystem();
    ListenerCalls calls = new ListenerCalls(name, listeners);
    OpenCluster cluster = OpenCluster.of(choice, time::nanoTime, calls.ofDatabase());
    Runnable release =
        () -> {
          cluster.release().run();
          if (scheduler == null) {
            time.close();
          }
        };
    started = true;
    Replica replica = replica(cluster, calls, time);
    try {
      replica.start();
    } catch (SQLException failed) {
      replica.close();
      release.run();
      throw ClusterException.of("join the cluster", failed);
    } catch (RuntimeException | Error failed) {
      replica.close();
      release.run();
      throw failed;
    }
    return new ClusterWatcher(this, new ClusterTasks(cluster, () -> {}), replica, release);
  }

  private Replica replica(OpenCluster cluster, ListenerCalls calls, Scheduler time) {
    ReplicaSettings settings =
        new ReplicaSettings(
            new LeaseSettings(ReplicaNames.unique(name), heartbeat, missedHeartbeats),
            ReplicaNames.PROCESS,
            followUps.action(),
            followUpThreads,
            followUpTimeout);
    ReplicaParts parts =
        new ReplicaParts(
            cluster.database(),
            cluster.clock(),
            new Counters(),
            calls,
            time::nanoTime,
            time.clock());
    return new Replica(settings, parts, watcher.scheduler(time));
  }
}
