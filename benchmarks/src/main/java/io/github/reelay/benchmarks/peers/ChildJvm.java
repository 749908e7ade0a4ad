package io.github.reelay.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A JVM that is spoken to in lines; killed when it is closed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final Writer in;

  /**
   * Starts it.
   *
   * @param java the {@code java} to run
   */
  ChildJvm(String java, String classPath, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, main.getName()));
    command.addAll(arguments);
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** The next line that it prints. */
  String read() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("expected a line from " + process.info() + ", found its end");
    }
    return line;
  }

  /** The line that it writes in response to a line. */
  String send(String line) throws IOException {
    in.write(line + "\n");
    in.flush();
    return read();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
