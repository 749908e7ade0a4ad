package io.github.reelay.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs git to its end, and no longer than a limit. Both of its outputs are read while it runs,
 * because a program whose output nobody reads stops.
 */
final class GitProcess {
  /**
   * How much of the error output is kept. A message quotes its first line; the rest is only read,
   * so that git does not stop.
   */
  private static final int KEPT_BYTES = 8192;

  private GitProcess() {}

  /**
   * How a process ended, and what it wrote.
   *
   * @param status zero if it succeeded
   * @param out the whole of its standard output
   * @param error the beginning of its error output
   */
  record Result(int status, String out, String error) {}

  /**
   * Waits for a process, which gets no input.
   *
   * @param limit how long it and what it started may take
   * @throws IOException if its output cannot be read
   * @throws TimeoutException if it takes longer; it is ended
   * @throws InterruptedException if the caller is interrupted meanwhile; it is ended
   */
  static Result run(Process process, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    try {
      process.getOutputStream().close();
      CompletableFuture<String> out = text(process.getInputStream(), Integer.MAX_VALUE);
      CompletableFuture<String> error = text(process.getErrorStream(), KEPT_BYTES);
      CompletableFuture.allOf(out, error, process.onExit())
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Result(process.exitValue(), out.join(), error.join());
    } catch (ExecutionException unreadable) {
      throw new IOException(
          "expected to read the output of git, found an exception; try again, or compare with a"
              + " file",
          unreadable);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<String> text(InputStream in, int most) {
    return CompletableFuture.supplyAsync(() -> read(in, most), GitProcess::start);
  }

  private static void start(Runnable reader) {
    Thread thread = new Thread(reader, "reelay-git-output");
    thread.setDaemon(true);
    thread.start();
  }

  private static String read(InputStream in, int most) {
    try {
      byte[] kept = in.readNBytes(most);
      in.transferTo(OutputStream.nullOutputStream());
      return new String(kept, StandardCharsets.UTF_8);
    } catch (IOException ended) {
      throw new UncheckedIOException(ended);
    }
  }
}
