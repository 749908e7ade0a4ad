package io.github.reelay.transport;

import io.github.reelay.internal.host.Hosts;
import io.github.reelay.internal.http.Cancellation;
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
 * Resolves the name of one query on a worker thread, because a name service that hangs cannot be
 * interrupted: the thread of the query stops waiting at its deadline, the worker stays.
 */
final class LookUp {
  /** Completes when the worker has returned; null if the name needed no worker. */
  private @Nullable CompletableFuture<@Nullable Void> back;

  /**
   * Blocks until the name is resolved. An address written as text needs neither the name service
   * nor a worker.
   *
   * @param cancellation ends the wait when it is cancelled
   * @throws UnknownHostException also if it was cancelled, or if the thread was interrupted, whose
   *     interrupt flag stays set
   */
  InetAddress[] resolve(String host, DnsResolver dns, Cancellation cancellation, Executor workers)
      throws UnknownHostException {
    InetAddress literal = Hosts.literal(host);
    if (literal != null) {
      return new InetAddress[] {literal};
    }
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
      found.complete(dns.resolve(host));
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
  void whenBack(Runnable next) {
    if (back == null) {
      next.run();
    } else {
      back.whenComplete((none, failure) -> next.run());
    }
  }
}
