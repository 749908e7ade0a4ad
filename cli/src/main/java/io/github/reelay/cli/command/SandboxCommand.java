package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The sandbox in the foreground. */
@Command(
    name = "sandbox",
    description = {
      "Serves stand-ins for the providers on 127.0.0.1 until it is stopped (Ctrl-C).",
      "Prints what to put into the environment, one REELAY_..._BASE_URL=... and one"
          + " REELAY_..._API_KEY=... line per provider, then an empty line.",
      "A task's id selects its scenario: ok-1 is queued for a second, runs for two and is done;"
          + " likewise fails-, rejected-, cancelled-, missing-, limited-, broken-, novideo- and"
          + " never-."
    })
final class SandboxCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--port",
      converter = Port.class,
      paramLabel = "N",
      description = "The port, 0 to 65535; 0, the default, for any free one.")
  private int port;

  /** Reads a port. */
  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
        throw new UsageException("expected a port from 0 to 65535 at --port, found '" + text + "'");
      }
      return Integer.valueOf(text);
    }
  }

  SandboxCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Sandbox sandbox = start()) {
      for (String provider : sandbox.providers()) {
        context.result(EnvironmentVariables.baseUrl(provider) + "=" + sandbox.baseUrl(provider));
        context.result(EnvironmentVariables.key(provider) + "=" + sandbox.apiKey(provider));
      }
      context.result("");
      if (context.stdout().checkError()) {
        return ExitStatus.BROKEN.code();
      }
      serve(sandbox);
    }
    return ExitStatus.DONE.code();
  }

  private Sandbox start() {
    try {
      return Sandbox.builder().clock(context.clock()).port(port).start();
    } catch (UncheckedIOException taken) {
      throw new UsageException(taken);
    }
  }

  /** Waits for the end of the process, or for an interrupt of this thread. */
  private static void serve(Sandbox sandbox) {
    Thread closing = new Thread(sandbox::close, "reelay-sandbox-close");
    Runtime.getRuntime().addShutdownHook(closing);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Runtime.getRuntime().removeShutdownHook(closing);
      Thread.currentThread().interrupt();
    }
  }
}
