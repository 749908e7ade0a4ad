package io.github.reelay.cli;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ScreenSize;
import io.github.reelay.cli.terminal.ShutdownSignal;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.time.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the command in this JVM, with surroundings of its own, and keeps what it printed. */
public final class CommandRunner {
  public final Map<String, String> env = new HashMap<>();
  public final ShutdownSignal shutdown = new ShutdownSignal();
  public final VirtualTime time = new VirtualTime();
  public Clock clock = time.clock();
  public InputStream stdin = InputStream.nullInputStream();
  public Supplier<Scheduler> scheduler = time;
  public Supplier<@Nullable ScreenSize> screen = () -> null;

  /**
   * How a run ended.
   *
   * @param status the exit status
   * @param out what it printed to standard output
   * @param err what it printed to standard error
   */
  public record Result(int status, String out, String err) {
    public List<String> outLines() {
      return out.lines().toList();
    }

    public List<String> errLines() {
      return err.lines().toList();
    }
  }

  public CommandRunner stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  public CommandRunner stdin(byte[] bytes) {
    stdin = new ByteArrayInputStream(bytes);
    return this;
  }

  /** The environment that the sandbox command prints. */
  public CommandRunner with(Sandbox sandbox) {
    for (String provider : sandbox.providers()) {
      env.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      env.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return this;
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(args, context(out, err));
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs {@code watch} with five queries a second. */
  public Result watch(String... args) {
    List<String> all = new ArrayList<>(List.of("watch", "--every", "200ms"));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  public CommandContext context(OutputStream out, OutputStream err) {
    return new CommandContext(
        new CommandContext.Streams(
            stdin,
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8)),
        env,
        clock,
        scheduler,
        CommandContext.Terminal.errorsOn(screen),
        shutdown);
  }
}
