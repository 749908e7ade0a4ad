package io.github.reelay.benchmarks.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.reelay.cluster.ClusterException;
import io.github.reelay.cluster.ClusterMetrics;
import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.cluster.ClusterWatcherBuilder;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.policy.PollingRules;
import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.ProviderBuilder;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.Scheduler;
import io.github.reelay.transport.HttpRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A replica. Prints {@code joined}, a line of figures each second, and {@code closed} with the
 * milliseconds that closing took. Ends with its standard input, so that none is left behind.
 */
public final class ReplicaMain {
  private static final int ATTEMPTS = 20;

  private final Arguments arguments;
  private final String name;
  private final Scheduler time;
  private final LongAdder queries = new LongAdder();

  private ReplicaMain(Arguments arguments) {
    this.arguments = arguments;
    this.name = arguments.text("name");
    this.time = new SkewedScheduler(Scheduler.ofSystem(), arguments.millis("skew", 0));
  }

  /**
   * Joins, and watches until its standard input ends.
   *
   * @param arguments {@code name=} of the replica, {@code database=} as a URL, {@code provider=} as
   *     a URL or {@code memory}, {@code interval=} in milliseconds, {@code rate=} a second; and
   *     with a default {@code followups=} a file, {@code skew=} in milliseconds, {@code
   *     fence=broken}, {@code submit=} a second, {@code accepted=} a file
   */
  public static void main(String[] arguments) throws IOException {
    ReplicaMain replica = new ReplicaMain(new Arguments(arguments));
    ClusterWatcher watcher = replica.joinAtLast();
    System.out.println("joined");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(watcher)));
    Executors.newSingleThreadScheduledExecutor()
        .scheduleAtFixedRate(() -> replica.report(watcher), 1, 1, TimeUnit.SECONDS);
    if (replica.arguments.has("submit")) {
      new OwnSubmissions(watcher, replica.arguments).start();
    }
    while (System.in.read() >= 0) {
      continue; // nothing is said but the end
    }
    Runtime.getRuntime().halt(1);
  }

  private static void close(ClusterWatcher watcher) {
    long begin = System.nanoTime();
    watcher.close();
    System.out.println("closed " + (System.nanoTime() - begin) / 1_000_000);
  }

  /** Tries again while the database is away, where a supervisor would start the process again. */
  private ClusterWatcher joinAtLast() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return join();
      } catch (ClusterException away) {
        if (attempt == ATTEMPTS) {
          throw away;
        }
        System.err.println(away + ": " + away.getCause());
      }
    }
  }

  private ClusterWatcher join() throws IOException {
    ClusterWatcherBuilder builder =
        ClusterWatcher.builder(providers()).name(name).rules(this::rules).scheduler(time);
    if (arguments.has("fence")) {
      builder.database(BrokenFence.around(pool(), name));
    } else {
      builder.database(arguments.text("database"));
    }
    if (arguments.has("followups")) {
      LineFile log = new LineFile(Path.of(arguments.text("followups")));
      builder.whenFinished(task -> followUp(log, task));
    }
    return builder.start();
  }

  private static CompletableFuture<Void> followUp(LineFile log, VideoTask task) {
    log.add(System.currentTimeMillis() + " " + Objects.requireNonNull(task.handle()).id());
    return CompletableFuture.completedFuture(null);
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(arguments.text("database"));
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(2_000);
    return new HikariDataSource(config);
  }

  private PollingRules rules(PollingRules rules) {
    Duration interval = arguments.millis("interval", 1_000);
    return rules
        .withInterval(interval)
        .withInitialDelay(arguments.millis("initial", (int) interval.toMillis() / 2))
        .withTimeout(Duration.ofHours(5))
        .withRateLimit(
            new RateLimit(
                arguments.number("rate", 2_000), arguments.number("concurrent", 64), true));
  }

  private Providers providers() {
    ProviderBuilder builder =
        Provider.builder(new ToapisDialect())
            .key(() -> name)
            .clock(time.clock())
            .deadline(Duration.ofSeconds(5));
    if (arguments.text("provider").equals("memory")) {
      builder.transport(this::respond).executor(Runnable::run);
    } else {
      builder.baseUrl(URI.create(arguments.text("provider")));
    }
    return Providers.of(List.of(builder.build()));
  }

  private CompletableFuture<RecordedResponse> respond(HttpRequest request) {
    queries.increment();
    String path = request.uri().getPath();
    String body =
        TaskStory.of(path.substring(path.lastIndexOf('/') + 1)).body(System.currentTimeMillis());
    return CompletableFuture.completedFuture(
        new RecordedResponse(200, Map.of(), body.getBytes(UTF_8)));
  }

  private void report(ClusterWatcher watcher) {
    ClusterMetrics now = watcher.metrics();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    System.out.println(
        String.join(
            " ",
            "report",
            Long.toString(System.currentTimeMillis()),
            Long.toString(queries.sum()),
            Long.toString(now.changesWritten()),
            Long.toString(now.changesRefused()),
            Long.toString(system.getProcessCpuTime() / 1_000),
            Integer.toString(now.tasks()),
            Integer.toString(now.partitions())));
  }
}
