package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.telemetry.TelemetryListener;
import io.github.reelay.transport.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What telemetry hears of queries, and what it may add to them. */
class QueryTelemetryTest {
  private static final String QUEUED = "{\"id\":\"t-1\",\"status\":\"queued\"}";

  private final List<String> heard = new CopyOnWriteArrayList<>();

  private Provider provider(FakeTransport transport, Map<String, String> headers) {
    return Provider.builder(new ToapisDialect())
        .baseUrl(URI.create("http://127.0.0.1:1"))
        .transport(transport)
        .key(() -> "key-1")
        .telemetry(listener(headers))
        .build();
  }

  private TelemetryListener listener(Map<String, String> headers) {
    return new TelemetryListener() {
      @Override
      public QueryObserver queryStarted(String provider) {
        heard.add("started " + provider);
        return new QueryObserver() {
          @Override
          public Map<String, String> headers() {
            return headers;
          }

          @Override
          public void ended(QueryResult result) {
            heard.add("ended " + result.kind());
          }

          @Override
          public void failed(Throwable reason) {
            heard.add("failed " + reason.getClass().getSimpleName());
          }
        };
      }
    };
  }

  @Test
  void hearsOfABlockingQueryAndOfOneThatDoesNot() {
    try (Provider provider = provider(FakeTransport.responding(200, QUEUED), Map.of())) {
      provider.query("t-1");
      provider.queryAsync("t-1").join();
    }

    assertThat(heard)
        .containsExactly("started toapis", "ended FOUND", "started toapis", "ended FOUND");
  }

  @Test
  void hearsOfAQueryThatGetsNoResponse() {
    try (Provider provider = provider(FakeTransport.failing(new IOException("x")), Map.of())) {
      provider.query("t-1");
      provider.queryAsync("t-1").join();
    }

    assertThat(heard)
        .containsExactly("started toapis", "ended FAILED", "started toapis", "ended FAILED");
  }

  @Test
  void hearsOfACancelledQueryOnce() {
    FakeTransport transport = FakeTransport.silent();
    try (Provider provider = provider(transport, Map.of())) {
      CompletableFuture<QueryResult> query = provider.queryAsync("t-1");
      query.cancel(true);
      transport.given.remove().complete(null);
    }

    assertThat(heard).containsExactly("started toapis", "failed CancellationException");
  }

  @Test
  void hearsThatThereIsNoKeyAndNothingOfAnImpossibleId() {
    try (Provider keyless =
        provider(FakeTransport.silent(), Map.of()).toBuilder().key(() -> null).build()) {
      assertThatThrownBy(() -> keyless.query("t-1")).isInstanceOf(MissingKeyException.class);
      assertThatThrownBy(() -> keyless.queryAsync("t-1")).isInstanceOf(MissingKeyException.class);
      assertThatThrownBy(() -> keyless.query("")).isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(heard)
        .containsExactly(
            "started toapis",
            "failed MissingKeyException",
            "started toapis",
            "failed MissingKeyException");
  }

  @Test
  void addsHeadersAndReplacesNone() {
    FakeTransport transport = FakeTransport.responding(200, QUEUED);
    Map<String, String> more = Map.of("traceparent", "00-1-2-01", "authorization", "Bearer other");
    try (Provider provider = provider(transport, more)) {
      provider.query("t-1");
    }

    HttpRequest request = transport.requests.remove();
    assertThat(request.headers())
        .containsEntry("traceparent", "00-1-2-01")
        .containsEntry("Authorization", "Bearer key-1")
        .doesNotContainKey("authorization");
  }

  @Test
  void aProviderWithOneListenerMoreSharesItsTransport() {
    FakeTransport transport = FakeTransport.responding(200, QUEUED);
    TelemetryListener more = listener(Map.of());
    Provider plain =
        Provider.builder(new ToapisDialect())
            .baseUrl(URI.create("http://127.0.0.1:1"))
            .transport(transport)
            .key(() -> "key-1")
            .build();
    Providers providers = Providers.of(List.of(plain)).withTelemetry(more).withTelemetry(more);

    providers.get("toapis").query("t-1");
    plain.query("t-1");

    assertThat(heard).containsExactly("started toapis", "ended FOUND");
    assertThat(transport.requests).hasSize(2);
  }
}
