package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.time.Scheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that use the database of a cluster, here a file of H2; leases take real time. */
@Timeout(60)
class ClusterCommandsTest {
  private final CommandRunner runner = new CommandRunner();
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).start();

  @TempDir private Path folder;
  private String database;

  @BeforeEach
  void name() {
    database = "jdbc:h2:file:" + folder.resolve("cluster");
    runner.with(sandbox);
    runner.scheduler = Scheduler::ofSystem;
    runner.clock = Clock.systemUTC();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void addsTasksOnceAndListsThem() {
    CommandRunner.Result first = run("add", "toapis:a", "toapis:b", "toapis:a");
    CommandRunner.Result second = run("add", "toapis:b", "xingchaoyiqing:c");
    CommandRunner.Result listed = run("tasks");

    assertThat(first.status()).isZero();
    assertThat(first.err()).isEqualTo("added 2 tasks\n");
    assertThat(second.err()).isEqualTo("added 1 task; 1 task known\n");
    assertThat(listed.status()).isZero();
    assertThat(listed.outLines()).hasSize(4);
    assertThat(listed.outLines().get(0))
        .matches("HANDLE +WAIT +STATUS +PROGRESS +SUBMITTED +UNCHANGED FOR");
    assertThat(listed.outLines().get(3)).matches("xingchaoyiqing:c +open +- +- +20.*Z +\\d+ s");
  }

  @Test
  void needsNoKeyToAdd() {
    runner.env.clear();

    assertThat(run("add", "toapis:a").status()).isZero();
  }

  @Test
  void watchesWhatWasAddedAndSavesVideosUntilItIsStopped() throws Exception {
    Path videos = folder.resolve("videos");
    run("add", "toapis:task-1");

    CommandRunner.Result watched =
        watchUntil(
            () -> Files.exists(videos.resolve("toapis-task-1.mp4")),
            "--download",
            videos.toString(),
            "--allow-private-addresses",
            "22codex:sora-2:task-2");
    CommandRunner.Result ended = run("tasks", "--ended", "--provider", "22codex", "--json");

    assertThat(watched.status()).isZero();
    assertThat(watched.err()).startsWith("joined the cluster as ");
    assertThat(watched.out())
        .containsPattern("(?m)^\\{\"provider\":\"toapis\",.*\"status\":\"succeeded\"")
        .containsPattern("(?m)^\\{\"provider\":\"22codex\",.*\"status\":\"succeeded\"");
    assertThat(ended.outLines()).hasSize(1);
    assertThat(ended.out())
        .startsWith(
            "{\"handle\":\"22codex:sora-2:task-2\",\"wait\":\"finished\",\"status\":\"succeeded\"")
        .contains(",\"result\":{\"provider\":\"22codex\",");
  }

  @Test
  void printsEachChangeIfJsonIsWanted() throws Exception {
    CommandRunner.Result watched =
        watchUntil(() -> run("tasks", "--ended").outLines().size() > 1, "--json", "toapis:task-1");

    assertThat(watched.out())
        .contains("\"status\":\"running\"")
        .contains("\"status\":\"succeeded\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --status soon    | expected one of queued, running, succeeded, failed, cancelled, expired, unknown at --status, found 'soon'
          --limit 0        | expected a number from 1 at --limit, found '0'
          --limit many     | expected a number from 1 at --limit, found 'many'
          --older-than now | expected a length of time such as 90s, 10m, 1h30m or PT10M at --older-than, found 'now'
          --all --ended    | expected --all or --ended, found both
          """)
  void refusesOtherFilters(String options, String sentence) {
    CommandRunner.Result refused = run("tasks", options.split(" "));

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).isEqualTo(sentence + "\n");
  }

  @Test
  void refusesHandlesThatNobodyCouldQuery() {
    CommandRunner.Result unknown = run("add", "toapis:a", "nobody:a");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("nobody");
    assertThat(Files.exists(folder.resolve("cluster.mv.db"))).isFalse();
  }

  @Test
  void refusesADatabaseThatIsNoneOrWhoseDriverIsMissing() {
    database = "jdbc:mysql://localhost/cluster?password=secret";
    CommandRunner.Result other = run("tasks");
    database = "jdbc:postgresql://localhost/cluster?password=secret";
    CommandRunner.Result driver = run("tasks");

    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err())
        .isEqualTo(
            "expected a URL such as jdbc:postgresql://host/database or jdbc:h2:file:./tasks, found"
                + " one of another database\n");
    assertThat(driver.status()).isEqualTo(2);
    assertThat(driver.err())
        .startsWith("expected org.postgresql:postgresql")
        .endsWith(", or name its jar in REELAY_CLASS_PATH\n");
    assertThat(other.err() + driver.err()).doesNotContain("secret");
  }

  @Test
  void refusesAStateFileWithACluster() {
    CommandRunner.Result both = run("watch", "--state", "file", "toapis:a");

    assertThat(both.status()).isEqualTo(2);
    assertThat(both.err())
        .isEqualTo(
            "expected --cluster or --state FILE, found both; the database of a cluster keeps the"
                + " handles\n");
  }

  /** Runs a replica on another thread until something is so. */
  private CommandRunner.Result watchUntil(Callable<Boolean> holds, String... more)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("--every", "200ms"));
    all.addAll(List.of(more));
    FutureTask<CommandRunner.Result> watch =
        new FutureTask<>(() -> run("watch", all.toArray(String[]::new)));
    new Thread(watch, "watch").start();
    Awaitility.await("the replica has done it")
        .atMost(Duration.ofSeconds(50))
        .pollInterval(Duration.ofMillis(50))
        .pollInSameThread()
        .until(holds);
    runner.shutdown.request();
    return watch.get();
  }

  private CommandRunner.Result run(String command, String... more) {
    String[] all = new String[more.length + 3];
    all[0] = command;
    all[1] = "--cluster";
    all[2] = database;
    System.arraycopy(more, 0, all, 3, more.length);
    return runner.run(all);
  }
}
