package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.transport.HttpRequest;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * One query without a network.
 *
 * @param request what was sent
 * @param result what the response was read as
 */
record RecordedQuery(HttpRequest request, QueryResult result) {
  /** Where a provider is queried whose document names no server. */
  static final URI GIVEN = URI.create("https://given.example");

  /** Queries that dialect's provider for a task; the example is the response. */
  static RecordedQuery of(Dialect dialect, String id, Example example) {
    Map<String, List<String>> headers = new TreeMap<>();
    example.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    RecordedResponse response = new RecordedResponse(example.status(), headers, example.bytes());
    List<HttpRequest> requests = new ArrayList<>();
    URI documented = dialect.profile().baseUrl();
    try (Provider provider =
        Provider.builder(dialect)
            .baseUrl(documented != null ? documented : GIVEN)
            .key(() -> TestProviders.KEY)
            .clock(Clock.fixed(TestProviders.OBSERVED_AT, ZoneOffset.UTC))
            .transport(
                request -> {
                  requests.add(request);
                  return CompletableFuture.completedFuture(response);
                })
            .build()) {
      QueryResult result = provider.query(id);
      return new RecordedQuery(requests.get(0), result);
    }
  }
}
