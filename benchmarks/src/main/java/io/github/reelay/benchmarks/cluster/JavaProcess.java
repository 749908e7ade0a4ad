package io.github.reelay.benchmarks.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own, which ends when its standard input does: at the latest with this process. */
final class JavaProcess implements AutoCloseable {
  /** One line for each record, so that lines can be counted. */
  private static final String ONE_LINE =
      "-Djava.util.logging.SimpleFormatter.format=%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

  /** The log levels that docs/cluster.md recommends. */
  private static final List<String> LEVELS =
      List.of(
          "-Dorg.slf4j.simpleLogger.log.com.github.kagkarlsson.scheduler=off",
          "-Dorg.slf4j.simpleLogger.log.com.zaxxer.hikari=error");

  private final Process process;

  /**
   * Starts it.
   *
   * @param out where its standard output goes
   * @param log where it logs to
   */
  JavaProcess(Class<?> main, Path out, Path log, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=1000",
                ONE_LINE,
                "-cp",
                classPath(),
                main.getName()));
    command.addAll(arguments);
    command.addAll(1, LEVELS);
    process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** Ours, with a log in place of none. */
  private static String classPath() {
    String logging = System.getProperty("cluster.logging", "");
    Stream<String> ours =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    return Stream.concat(
            Stream.of(logging).filter(each -> !each.isEmpty()),
            ours.filter(each -> logging.isEmpty() || !each.contains("slf4j-nop")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  /** Stops it without ending it, as a long pause does. */
  void pause() throws IOException, InterruptedException {
    signal("STOP", process.pid());
  }

  /** Lets it go on after {@link #pause}. */
  void resume() throws IOException, InterruptedException {
    signal("CONT", process.pid());
  }

  /** Ends it without a signal that it can handle. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /**
   * Signals it to end, and waits until it has. {@code Process.destroy} would end its standard input
   * as well, by which it dies without closing anything.
   */
  void terminate() throws IOException, InterruptedException {
    signal("TERM", process.pid());
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("expected a replica to end within 30 s, found it running");
    }
  }

  /** Ends its standard input, and waits until it has ended. */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
