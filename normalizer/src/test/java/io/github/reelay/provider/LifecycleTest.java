package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who makes a transport, and who closes it. */
@Timeout(60)
class LifecycleTest {
  private final AtomicInteger made = new AtomicInteger();
  private final FakeTransport own = FakeTransport.responding(200, "{}");

  private ProviderBuilder builder() {
    ProviderBuilder builder = Provider.builder(new ToapisDialect()).key(() -> "k1");
    builder.ownTransport = this::make;
    return builder;
  }

  private Transport make() {
    made.incrementAndGet();
    return own;
  }

  @DisplayName("A transport is made at the first query, once")
  @Test
  void makesOneAtTheFirstQuery() {
    Provider provider = builder().build();
    assertThat(made).hasValue(0);

    provider.query("t1");
    provider.queryAsync("t1").join();
    provider.query("t1");

    assertThat(made).hasValue(1);
    assertThat(own.requests).hasSize(3);
  }

  @DisplayName("A refused query and a missing key make none")
  @Test
  void makesNoneForMisuse() {
    Provider provider = builder().key(() -> null).build();

    assertThat(catchThrowable(() -> provider.query("t1"))).isNotNull();
    assertThat(catchThrowable(() -> provider.query(".."))).isNotNull();

    assertThat(made).hasValue(0);
  }

  @DisplayName("Reading saved bodies makes no transport and starts no thread")
  @Test
  void readsSavedBodiesWithoutAnything() {
    String body = "{\"id\":\"t1\",\"status\":\"completed\",\"url\":\"https://v.example/1\"}";
    RecordedResponse saved = RecordedResponse.ofBody(body.getBytes(StandardCharsets.UTF_8));
    Provider provider = builder().build();
    Set<Thread> before = threads();

    try (Providers discovered = Providers.discover(Map.of())) {
      for (Provider each : discovered.all()) {
        CanonicalJson.line(each.read("t1", saved));
      }
      assertThat(CanonicalJson.line(provider.read(null, saved))).contains("succeeded");
    }

    assertThat(threads()).isSubsetOf(before);
    assertThat(made).hasValue(0);
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon() || thread.getName().startsWith("reelay"))
        .collect(Collectors.toSet());
  }

  @DisplayName("close() closes a transport of its own")
  @Test
  void closesItsOwn() {
    Provider provider = builder().build();
    provider.query("t1");

    provider.close();

    assertThat(own.closed()).isEqualTo(1);
  }

  @DisplayName("close() leaves a transport that was given")
  @Test
  void leavesAGivenOne() {
    FakeTransport given = FakeTransport.responding(200, "{}");
    Provider provider = builder().transport(given).build();
    provider.query("t1");

    Providers.of(List.of(provider)).close();

    assertThat(given.closed()).isZero();
    assertThat(given.requests).hasSize(1);
    assertThat(made).hasValue(0);
  }

  @DisplayName("A closed provider opens nothing any more, used before or not")
  @Test
  void staysClosed() throws IOException {
    try (StubServer server = StubServer.start().then(200, "{'id':'t1','status':'queued'}")) {
      for (int queries = 0; queries < 2; queries++) {
        Provider provider =
            Provider.builder(new ToapisDialect()).baseUrl(server.uri("")).key(() -> "k1").build();
        for (int i = 0; i < queries; i++) {
          assertThat(provider.query("t1").taskOrThrow().id()).isEqualTo("t1");
        }

        provider.close();

        QueryResult late = provider.query("t1");
        assertThat(((QueryResult.Failed) late).failure().kind().jsonName())
            .isEqualTo("unreachable");
      }
      assertThat(server.requests).hasSize(1);
    }
  }

  @DisplayName("A closed provider still reads saved bodies")
  @Test
  void readsWhenClosed() {
    Provider provider = builder().build();
    provider.close();
    RecordedResponse saved = RecordedResponse.ofBody(new byte[0]);

    assertThat(CanonicalJson.line(provider.read("t1", saved))).contains("unreadable-response");
  }
}
