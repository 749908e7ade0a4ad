package io.github.reelay.cli;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.cli.terminal.ShutdownSignal;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.time.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs each command once, on this machine alone, for a JVM that notes which classes are loaded: an
 * archive of them makes the start of every command faster. Prints nothing.
 */
final class TrainingRun {
  private static final String PROVIDER = "--provider";

  /** Reads as an id of every provider: those of 22codex begin with the model. */
  private static final String TASK = "sora-2:ok-1";

  private static final String BODY = "{\"id\":\"sora-2:task_1\",\"status\":\"pending\"}";

  private final Map<String, Integer> statuses = new HashMap<>();
  private final CommandContext context;

  private TrainingRun(Map<String, String> env) {
    ShutdownSignal shutdown = ShutdownSignal.ofProcess();
    shutdown.ended(0);
    CommandContext process = CommandContext.ofProcess(shutdown);
    this.context =
        new CommandContext(
            new CommandContext.Streams(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)),
            env,
            process.clock(),
            Scheduler::ofSystem,
            CommandContext.Terminal.errorsOn(() -> new ScreenSize(80, 24)),
            shutdown);
  }

  /**
   * Leaves its files in the directory for temporary files.
   *
   * @param args not used
   * @throws IOException if the files cannot be written
   */
  public static void main(String[] args) throws IOException {
    train(Files.createTempDirectory("reelay-training-run"));
  }

  /** Each command that was run with the highest of its exit statuses. */
  static Map<String, Integer> train(Path folder) throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      Map<String, String> env = new HashMap<>();
      for (String provider : sandbox.providers()) {
        env.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
        env.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
      }
      TrainingRun trainingRun = new TrainingRun(env);
      trainingRun.run(folder, sandbox.providers());
      return trainingRun.statuses;
    }
  }

  private void run(Path folder, List<String> providers) throws IOException {
    run("--help");
    run("completion");
    run("providers");
    String body = Files.writeString(folder.resolve("body.json"), BODY).toString();
    String videos = folder.resolve("videos").toString();
    for (String provider : providers) {
      String handle = provider + ":" + TASK;
      run("normalize", PROVIDER, provider, body);
      run("get", handle);
      run("download", "--download", videos, "--allow-private-addresses", handle);
    }
    run("dialect", "new", body);
    run("drift", PROVIDER, providers.get(0), body);
    String state = folder.resolve("open-tasks").toString();
    run(
        "watch",
        "--state",
        state,
        "--every",
        "1s",
        "--timeout",
        "10s",
        providers.get(0) + ":" + TASK);
    run("demo", "--download", videos);
    String database = "jdbc:h2:file:" + folder.resolve("cluster"); // refused without its driver
    run("add", "--cluster", database, providers.get(0) + ":" + TASK);
    run("tasks", "--cluster", database);
  }

  private void run(String... args) {
    statuses.merge(args[0], Main.run(args, context), Math::max);
  }
}
