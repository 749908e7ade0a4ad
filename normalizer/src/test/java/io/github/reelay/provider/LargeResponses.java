package io.github.reelay.provider;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.codex22.Codex22Dialect;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Queries 64 times at the same time, blocking and not; for a process of its own with a small heap.
 */
final class LargeResponses {
  static final int CALLERS = 64;

  private LargeResponses() {}

  /** Ends with 0 if every response was read, and else with 1. */
  public static void main(String[] args) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (Provider provider =
        Provider.builder(new Codex22Dialect())
            .baseUrl(URI.create(args[0]))
            .key(() -> "k1")
            .deadline(Duration.ofMinutes(5))
            .build()) {
      boolean read =
          areSucceeded(args[1].equals("blocking") ? block(provider, callers) : request(provider));
      callers.shutdown();
      System.exit(read ? 0 : 1);
    }
  }

  private static List<CompletableFuture<QueryResult>> request(Provider provider) {
    List<CompletableFuture<QueryResult>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      results.add(provider.queryAsync("t1"));
    }
    return results;
  }

  private static List<CompletableFuture<QueryResult>> block(
      Provider provider, ExecutorService callers) {
    CountDownLatch together = new CountDownLatch(CALLERS);
    List<CompletableFuture<QueryResult>> results = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      results.add(CompletableFuture.supplyAsync(() -> query(provider, together), callers));
    }
    return results;
  }

  private static QueryResult query(Provider provider, CountDownLatch together) {
    together.countDown();
    try {
      together.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return provider.query("t1");
  }

  private static boolean areSucceeded(List<CompletableFuture<QueryResult>> results) {
    return results.stream()
            .map(CompletableFuture::join)
            .filter(result -> result.taskOrThrow().status().jsonName().equals("succeeded"))
            .count()
        == CALLERS;
  }
}
