package io.github.reelay.benchmarks.cluster;

import io.github.reelay.benchmarks.cluster.process.ProviderMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The provider in a JVM of its own, and its log. */
final class ProviderProcess implements AutoCloseable {
  private final Path log;
  private final JavaProcess process;
  private final int port;

  ProviderProcess(Path folder) throws IOException, InterruptedException {
    Path out = folder.resolve("provider.out");
    log = folder.resolve("queries.log");
    process =
        new JavaProcess(
            ProviderMain.class, out, folder.resolve("provider.log"), List.of(log.toString()));
    while (Folders.lines(out).isEmpty()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("expected the provider to start, found its end");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    port = Integer.parseInt(Folders.lines(out).get(0));
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** What it has logged, all but the last fifth of a second. */
  ProviderLog queries() throws IOException {
    return ProviderLog.read(log);
  }

  @Override
  public void close() {
    process.close();
  }
}
