package io.github.reelay.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The process of {@link SoakServer}; it ends when this one does, in whatever way. */
final class SoakProcess implements AutoCloseable {
  /** Makes the providers keep every response until the next command. */
  static final String HOLD = "hold";

  private final Process process;
  private final BufferedWriter commands;
  private final int port;

  SoakProcess() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Dsun.net.httpserver.nodelay=true",
                "-Dsun.net.httpserver.maxIdleConnections=1000",
                "-cp",
                System.getProperty("java.class.path"),
                SoakServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    commands = process.outputWriter();
    String line = process.inputReader().readLine();
    if (line == null) {
      throw new IOException("expected the soak's server to start, found its end");
    }
    port = Integer.parseInt(line);
  }

  /** The base URL of a provider; its path is the provider's name. */
  URI baseUrl(String provider) {
    return URI.create("http://127.0.0.1:" + port + "/" + provider);
  }

  void hold(boolean held) throws IOException {
    commands.write(held ? HOLD : "go");
    commands.newLine();
    commands.flush();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
