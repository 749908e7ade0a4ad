package io.github.reelay.cli.terminal;

import io.github.reelay.time.Scheduler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of the command sees of the world outside.
 *
 * @param streams what is read and printed to
 * @param env the environment variables
 * @param clock the time of day
 * @param scheduler makes what waiting is timed by; called only where there is waiting
 * @param terminal which of input, output and errors is a terminal
 * @param shutdown the wish that the run ends, such as Ctrl-C
 */
public record CommandContext(
    Streams streams,
    Map<String, String> env,
    Clock clock,
    Supplier<Scheduler> scheduler,
    Terminal terminal,
    ShutdownSignal shutdown) {

  private static final int LONGEST_SENTENCE = 400;

  /**
   * The standard streams.
   *
   * @param in what is read where no file is named
   * @param out takes results, and nothing else
   * @param err takes everything else
   */
  public record Streams(InputStream in, PrintStream out, PrintStream err) {}

  /**
   * What is a terminal.
   *
   * @param screen how large the terminal behind standard error is now; null if there is none
   * @param takesResults whether results go to a terminal
   */
  public record Terminal(Supplier<@Nullable ScreenSize> screen, BooleanSupplier takesResults) {

    /** No terminal: both outputs go to files or pipes. */
    public static Terminal none() {
      return errorsOn(() -> null);
    }

    /** A terminal behind standard error, while results go to a file or a pipe. */
    public static Terminal errorsOn(Supplier<@Nullable ScreenSize> screen) {
      return new Terminal(screen, () -> false);
    }
  }

  /** What is read where no file is named. */
  public InputStream stdin() {
    return streams.in();
  }

  /** Takes results, and nothing else. */
  public PrintStream stdout() {
    return streams.out();
  }

  /** Takes everything else. */
  public PrintStream stderr() {
    return streams.err();
  }

  /** A copy with other variables, such as with those of the config file added. */
  public CommandContext withEnv(Map<String, String> other) {
    return new CommandContext(streams, other, clock, scheduler, terminal, shutdown);
  }

  /** The same with standard error as a file: a line once printed stays, and has no colour. */
  public CommandContext withoutScreen() {
    Terminal results = new Terminal(() -> null, terminal.takesResults());
    return new CommandContext(streams, env, clock, scheduler, results, shutdown);
  }

  /** Those of this process. Both outputs are UTF-8, whatever the locale; results are buffered. */
  public static CommandContext ofProcess(ShutdownSignal shutdown) {
    Streams streams =
        new Streams(
            // Buffered: a plain file stream seeks a position, which a pipe has not.
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            print(FileDescriptor.out, false),
            print(FileDescriptor.err, true));
    return new CommandContext(
        streams,
        System.getenv(),
        Clock.systemUTC(),
        new SystemScheduler(),
        new Terminal(new Tty(), new StdoutTerminal()),
        shutdown);
  }

  /** No lambda, because each costs start-up time, also where the classes are in an archive. */
  private static final class SystemScheduler implements Supplier<Scheduler> {
    @Override
    public Scheduler get() {
      return Scheduler.ofSystem();
    }
  }

  /** Whether standard output is a terminal that has colours, and the user wants them. */
  public boolean resultsHaveColours() {
    return Colour.areWanted(env) && terminal.takesResults().getAsBoolean();
  }

  /**
   * Prints a result and ends its line. It is buffered: only {@code checkError} of {@link #stdout}
   * shows that it was not written.
   */
  public void result(String text) {
    stdout().print(text + "\n");
  }

  /** Prints a result immediately; if standard output is closed, the run ends. */
  void resultNow(String text) {
    result(text);
    if (stdout().checkError()) {
      shutdown.request();
    }
  }

  /**
   * Prints one sentence on standard error, on one line. It may quote what others wrote, so it is
   * cut, and made {@linkplain #harmless harmless}.
   */
  public void say(String sentence) {
    say(sentence, Colour.NONE);
  }

  /** Prints one sentence on standard error, in a colour if that is a terminal which has colours. */
  public void say(String sentence, Colour colour) {
    boolean fits = sentence.length() <= LONGEST_SENTENCE;
    String shown = harmless(fits ? sentence : sentence.substring(0, LONGEST_SENTENCE) + "…");
    print(colour != Colour.NONE && hasColours() ? colour.on(shown) : shown);
  }

  /** Whether standard error is a terminal that has colours, and the user wants them. */
  boolean hasColours() {
    return Colour.areWanted(env) && terminal.screen().get() != null;
  }

  /** Prints a sentence of our own, however long it is: a command to be copied, for example. */
  public void sayWhole(String sentence) {
    print(harmless(sentence));
  }

  /** Prints several lines on standard error, with nothing of other threads between them. */
  void sayLines(List<String> lines) {
    print(String.join("\n", lines.stream().map(CommandContext::harmless).toList()));
  }

  private void print(String shown) {
    stderr().print(shown + "\n");
    stderr().flush();
  }

  /** The text with question marks for all that steers terminals, or that cannot be seen. */
  public static String harmless(String text) {
    StringBuilder harmless = new StringBuilder(text.length());
    int next;
    for (int i = 0; i < text.length(); i += next) {
      int c = text.codePointAt(i);
      next = Character.charCount(c);
      harmless.appendCodePoint(isSteering(c) ? '?' : c);
    }
    return harmless.toString();
  }

  private static boolean isSteering(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Names nothing of the environment, which holds keys. */
  @Override
  public String toString() {
    return "CommandContext";
  }

  private static PrintStream print(FileDescriptor descriptor, boolean unbuffered) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return unbuffered
        ? new PrintStream(file, true, StandardCharsets.UTF_8)
        : new PrintStream(new BufferedOutputStream(file, 1 << 16), false, StandardCharsets.UTF_8);
  }
}
