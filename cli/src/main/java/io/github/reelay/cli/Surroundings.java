package io.github.reelay.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * All that a run of the command sees of the world outside.
 *
 * @param stdin what is read where no file is named
 * @param stdout takes results, and nothing else
 * @param stderr takes everything else
 * @param env the environment variables
 * @param clock the time that the sandbox lives by
 * @param sleeper lets time pass between two queries
 */
public record Surroundings(
    InputStream stdin,
    PrintStream stdout,
    PrintStream stderr,
    Map<String, String> env,
    Clock clock,
    Sleeper sleeper) {

  private static final int LONGEST_SENTENCE = 400;

  /** Those of this process. Both outputs are UTF-8, whatever the locale; results are buffered. */
  static Surroundings ofProcess() {
    return new Surroundings(
        // Buffered: a plain file stream asks for a position, which a pipe has not.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        print(FileDescriptor.out, false),
        print(FileDescriptor.err, true),
        System.getenv(),
        Clock.systemUTC(),
        Surroundings::pause);
  }

  /** Prints a result and ends its line. */
  void result(String text) {
    stdout.print(text + "\n");
  }

  /**
   * Tells the person in front of the terminal one thing, on one line. It may quote what others
   * wrote, so control characters, which steer terminals, become question marks.
   */
  void say(String sentence) {
    String cut =
        sentence.length() <= LONGEST_SENTENCE
            ? sentence
            : sentence.substring(0, LONGEST_SENTENCE) + "…";
    stderr.print(cut.replaceAll("\\p{Cntrl}|[\\x80-\\x9f]", "?") + "\n");
    stderr.flush();
  }

  /** Names nothing of the environment, which holds keys. */
  @Override
  public String toString() {
    return "Surroundings";
  }

  private static PrintStream print(FileDescriptor descriptor, boolean unbuffered) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return unbuffered
        ? new PrintStream(file, true, StandardCharsets.UTF_8)
        : new PrintStream(new BufferedOutputStream(file, 1 << 16), false, StandardCharsets.UTF_8);
  }

  private static void pause(Duration time) throws InterruptedException {
    Thread.sleep(time.toMillis());
  }
}
