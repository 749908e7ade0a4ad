package io.github.reelay.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.policy.RateLimit;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskHandle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A replica in a process of its own, which can be killed and stopped. */
final class ReplicaProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader confirmations;

  private ReplicaProcess(Process process) {
    this.process = process;
    this.confirmations = process.inputReader(UTF_8);
  }

  /** Starts one; each follow-up appends a line to the witness. */
  static ReplicaProcess start(String database, URI provider, Path witness) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaProcess.class.getName(),
                database,
                provider.toString(),
                witness.toString())
            .redirectError(witness.resolveSibling("replicas.log").toFile())
            .start();
    return new ReplicaProcess(process);
  }

  /** What the process does, until it is killed or its standard input ends: submits each line. */
  public static void main(String... arguments) throws Exception {
    Path witness = Path.of(arguments[2]);
    Provider provider =
        Provider.builder(new ToapisDialect())
            .baseUrl(URI.create(arguments[1]))
            .key(() -> "key")
            .build();
    try (Providers providers = Providers.of(List.of(provider));
        ClusterWatcher replica =
            ClusterWatcher.builder(providers)
                .database(arguments[0])
                .createSchema(true)
                .rules(
                    rules ->
                        rules
                            .withInterval(Duration.ofMillis(500))
                            .withInitialDelay(Duration.ZERO)
                            .withRateLimit(new RateLimit(1_000, 64, false)))
                .whenEnded(
                    outcome -> {
                      append(witness, outcome.handle() + "\n");
                      return CompletableFuture.completedStage(null);
                    })
                .start()) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        replica.submit(TaskHandle.parse(line));
        System.out.println(line);
      }
    }
  }

  private static void append(Path witness, String line) {
    try {
      Files.write(
          witness, line.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends it immediately, as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
  }

  /** Submits a task, and returns when that is confirmed. */
  void submit(TaskHandle handle) throws IOException {
    process.getOutputStream().write((handle + "\n").getBytes(UTF_8));
    process.getOutputStream().flush();
    String confirmed = confirmations.readLine();
    if (!handle.toString().equals(confirmed)) {
      throw new IOException("expected " + handle + ", found " + confirmed);
    }
  }

  /** A condition that is true of the leases in the database that it holds. */
  String holdsLease() {
    return "picked_by like '%-" + process.pid() + "/%'";
  }

  /** Sends it a signal by its name. */
  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
        .start()
        .waitFor(60, TimeUnit.SECONDS);
  }

  /** Lets it hand its partitions over, and waits for its end. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException | InterruptedException over) {
      process.destroyForcibly();
    }
  }
}
