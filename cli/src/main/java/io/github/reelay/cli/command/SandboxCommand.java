package io.github.reelay.cli.command;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.saved.Input;
import io.github.reelay.cli.terminal.CommandContext;
import io.github.reelay.cli.terminal.ExitStatus;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxBuilder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

@Command(
    name = "sandbox",
    description = {
      "Serves the providers' documented responses on 127.0.0.1 until it is stopped (Ctrl-C).",
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

  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
        throw new UsageException("expected a port from 0 to 65535 at --port, found '" + text + "'");
      }
      return Integer.valueOf(text);
    }
  }

  @Option(
      names = DialectOptions.NAME,
      paramLabel = DialectOptions.LABEL,
      description =
          "Also serve the provider that this document describes; can be repeated. The short form"
              + " has no examples: its responses are made up from words and places.")
  private List<String> documents = new ArrayList<>();

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
    SandboxBuilder builder = Sandbox.builder().clock(context.clock()).port(port);
    List<Dialect> dialects = Dialects.load(documents);
    try {
      for (int i = 0; i < documents.size(); i++) {
        add(builder, dialects.get(i), documents.get(i));
      }
      return builder.start();
    } catch (UncheckedIOException | IllegalArgumentException refused) {
      throw new UsageException(refused);
    }
  }

  private void add(SandboxBuilder builder, Dialect dialect, String file) {
    if (dialect.hasContract()) {
      byte[] text = new Input(context.stdin(), file).bytes();
      builder.document(dialect.profile().name(), new String(text, StandardCharsets.UTF_8));
    } else if (dialect instanceof LoadedDialect loaded) {
      builder.places(loaded.facts(), loaded.places(), loaded.content());
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
