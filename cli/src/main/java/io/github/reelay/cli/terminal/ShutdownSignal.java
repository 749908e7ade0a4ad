package io.github.reelay.cli.terminal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The wish from outside that a run ends now, such as Ctrl-C. A run that has something to print at
 * its end says so, and is given the time to print it.
 */
public final class ShutdownSignal {
  /** What a run may take to end after Ctrl-C, which then ends the process within a second. */
  private static final long LAST_WORDS_MILLIS = 900;

  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private @Nullable Runnable action;
  private boolean requested;

  /** Not requested yet, and no run listens. */
  public ShutdownSignal() {}

  /** Requested when the process gets the signal to end, which then waits for the run. */
  public static ShutdownSignal ofProcess() {
    ShutdownSignal shutdown = new ShutdownSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(new End(shutdown), "reelay-stop"));
    return shutdown;
  }

  /** No lambda, because each costs start-up time, also where the classes are in an archive. */
  private record End(ShutdownSignal shutdown) implements Runnable {
    @Override
    public void run() {
      shutdown.endProcess();
    }
  }

  /** Runs as the process ends. Only halting it sets another status than the signal's. */
  private void endProcess() {
    if (!status.isDone() && request()) {
      Runtime.getRuntime().halt(await(LAST_WORDS_MILLIS));
    }
  }

  /** Waits until the end is there, the shutdown is requested, or the thread is interrupted. */
  public void await(CompletableFuture<?> end) {
    CompletableFuture<Void> wish = new CompletableFuture<>();
    listen(() -> wish.complete(null));
    try {
      CompletableFuture.anyOf(end, wish).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException defect) {
        throw defect;
      }
      throw new IllegalStateException(
          "expected a run to end, or to throw an unchecked exception, found another",
          failed.getCause());
    }
  }

  private synchronized void listen(Runnable ending) {
    action = ending;
    if (requested) {
      ending.run();
    }
  }

  /**
   * Requests that the run ends.
   *
   * @return whether anybody listens; if not, there is nothing to wait for
   */
  public synchronized boolean request() {
    requested = true;
    if (action == null) {
      return false;
    }
    action.run();
    return true;
  }

  /** Sets the status of the run, and releases those who wait for it. */
  public void ended(int code) {
    status.complete(code);
  }

  /** The status with which the run has ended, or that of giving up if it does not end in time. */
  public int await(long millis) {
    try {
      return status.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException late) {
      return ExitStatus.GAVE_UP.code();
    }
  }
}
