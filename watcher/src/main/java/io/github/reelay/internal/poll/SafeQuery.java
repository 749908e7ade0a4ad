package io.github.reelay.internal.poll;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Provider;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One query that always ends with a {@link QueryResult}, whatever goes wrong on the way. */
public final class SafeQuery {
  private final Provider provider;

  /** Queries of one provider. */
  public SafeQuery(Provider provider) {
    this.provider = provider;
  }

  /** Begins the query. Throws nothing; the future may fail. */
  public CompletableFuture<QueryResult> begin(String id) {
    try {
      return Objects.requireNonNull(provider.queryAsync(id), "query");
    } catch (RuntimeException | Error thrown) {
      return CompletableFuture.failedFuture(thrown);
    }
  }

  /** What the query ended with; one of the two is null. */
  public QueryResult result(String id, @Nullable QueryResult result, @Nullable Throwable failed) {
    return result != null
        ? result
        : new QueryResult.Failed(provider.name(), id, failure(failed), List.of());
  }

  /** What a query is taken for that has no response long after its deadline. */
  public QueryResult overdue(String id) {
    String diagnosis =
        "expected a response or a failure within " + provider.deadline() + ", found neither";
    return new QueryResult.Failed(provider.name(), id, Failure.unreachable(diagnosis), List.of());
  }

  private static Failure failure(@Nullable Throwable failed) {
    if (failed instanceof MissingKeyException noKey) {
      return Failure.builder(FailureKind.UNAUTHORIZED, Origin.TRANSPORT)
          .diagnosis(noKey.getMessage())
          .build();
    }
    String name = failed == null ? "nothing" : failed.getClass().getSimpleName();
    return Failure.unreachable("expected a response or a failure, found " + name);
  }
}
