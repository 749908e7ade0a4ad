package io.github.reelay.provider;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.drift.FindingListener;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.Failure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the responses of one provider. */
final class ResponseReading {
  private final String name;
  private final Dialect dialect;
  private final @Nullable ContentRules contentRules;
  private final @Nullable FindingListener findings;
  private final boolean keepResponses;

  /**
   * What the settings say.
   *
   * @param dialect theirs, at the provider's base URL
   */
  ResponseReading(ProviderBuilder settings, Dialect dialect) {
    this.name = settings.name;
    this.dialect = dialect;
    this.contentRules = settings.contentRules;
    this.findings = settings.findings;
    this.keepResponses = settings.keepResponses;
  }

  QueryResult interpret(@Nullable String id, RecordedResponse response) {
    QueryResult result = dialect.read(name, id, response, contentRules);
    return keepResponses ? result.withResponse(response) : result;
  }

  /** Hands the findings of a reading on; what they must not show is masked before. */
  QueryResult report(QueryResult result, @Nullable Instant observedAt) {
    if (findings != null) {
      findings.found(name, result.findings(), observedAt);
    }
    return result;
  }

  /** The result of a query without a response; the diagnosis names neither key nor path. */
  QueryResult unreachable(String id, String diagnosis) {
    return new QueryResult.Failed(name, id, Failure.unreachable(diagnosis), List.of());
  }
}
