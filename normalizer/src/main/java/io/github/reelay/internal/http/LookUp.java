package io.github.reelay.internal.http;

import io.github.reelay.internal.host.Hosts;
import io.github.reelay.network.DnsResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the name of one query or download on a worker thread, because a name service that hangs
 * cannot be interrupted: whoever waits for the name stops when it is cancelled, the worker stays.
 */
public final class LookUp {
  /** Completes when the worker has returned; null if the name needed no worker. */
  private @Nullable CompletableFuture<@Nullable Void> back;

  /** Nothing is looked up yet. */
  public LookUp() {}

  /**
   * As {@link #resolveOnWorker}, but an address written as text needs neither the name service nor
   * a worker.
   *
   * @throws UnknownHostException as that method
   */
  public InetAddress[] resolve(
      String host, DnsResolver dns, Cancellation cancellation, Executor workers)
      throws UnknownHostException {
    InetAddress literal = Hosts.literal(host);
    return literal == null
        ? resolveOnWorker(host, dns, cancellation, workers)
        : new InetAddress[] {literal};
  }

  /**
   * Blocks until the name is resolved.
   *
   * @param cancellation ends the wait when it is cancelled or closed
   * @throws UnknownHostException also if it was cancelled, or if the thread was interrupted, whose
   *     interrupt flag stays set
   */
  public InetAddress[] resolveOnWorker(
      String host, DnsResolver dns, Cancellation cancellation, Executor workers)
      throws UnknownHostException {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    back = CompletableFuture.runAsync(() -> complete(found, dns, host), workers);
    try {
      cancellation.register(() -> found.cancel(true));
      return found.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      rethrow(failed.getCause());
    } catch (IOException | CancellationException cut) {
      // Whoever cancelled the query has given it the reason.
    }
    throw new UnknownHostException("expected an address in time, found none");
  }

  private static void complete(
      CompletableFuture<InetAddress[]> found, DnsResolver dns, String host) {
    try {
      if (!found.isDone()) {
        found.complete(dns.resolve(host));
      }
    } catch (Throwable failure) {
      // Errors too: the waiting query fails with them.
      found.completeExceptionally(failure);
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws UnknownHostException {
    if (failure instanceof UnknownHostException unknown) {
      throw unknown;
    }
    if (failure instanceof RuntimeException unexpected) {
      throw unexpected;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /** Runs the action when no worker is busy with the name any more; immediately if none is. */
  public void whenBack(Runnable next) {
    if (back == null) {
      next.run();
    } else {
      back.whenComplete((none, failure) -> next.run());
    }
  }
}
