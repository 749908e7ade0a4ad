package io.github.reelay.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.Transport;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTraceTest {
  private static final String KEY = "sk-0123456789";
  private static final String URL = "https://relay.example/v1/videos/generations/a";

  private final List<String> seen = new ArrayList<>();

  private final QueryTrace trace =
      new QueryTrace() {
        @Override
        public void sent(URI url) {
          seen.add("sent " + url);
        }

        @Override
        public void received(URI url, RecordedResponse response) {
          seen.add(
              "received " + response.headers().get("X") + " " + new String(response.body(), UTF_8));
        }

        @Override
        public void failed(URI url, String diagnosis) {
          seen.add("failed " + diagnosis);
        }
      };

  private Provider provider(Transport transport, QueryTrace listener) {
    Provider plain =
        Provider.builder(new ToapisDialect())
            .baseUrl(URI.create("https://relay.example"))
            .key(() -> KEY)
            .transport(transport)
            .build();
    return Providers.of(List.of(plain)).traced(listener).get("toapis");
  }

  private static Transport responding(String body) {
    RecordedResponse response =
        new RecordedResponse(200, Map.of("X", List.of(KEY)), body.getBytes(UTF_8));
    return request -> CompletableFuture.completedFuture(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {KEY, "sk-012345678\\\\u0039", "sk%2d0123456789"})
  void seesTheRequestAndTheResponseWithoutTheKey(String written) {
    Provider provider = provider(responding("{\"id\":\"a\",\"x\":\"" + written + "\"}"), trace);

    assertThat(provider.query("a").taskOrThrow().id()).isEqualTo("a");
    assertThat(seen).containsExactly("sent " + URL, "received [***] {\"id\":\"a\",\"x\":\"***\"}");
  }

  @Test
  void seesWhyThereIsNoResponse() {
    Transport refusing = request -> CompletableFuture.failedFuture(new ConnectException(KEY));

    assertThat(provider(refusing, trace).query("a")).isInstanceOf(QueryResult.Failed.class);
    assertThat(seen)
        .containsExactly(
            "sent " + URL, "failed the host refused the connection; check the base URL");
  }

  @Test
  void seesThatAQueryWasCancelled() {
    CompletableFuture<QueryResult> query =
        provider(request -> new CompletableFuture<>(), trace).queryAsync("a");

    query.cancel(true);

    assertThat(seen).containsExactly("sent " + URL, "failed the query was cancelled");
  }

  /** How a query ends without a response: at the transport, or by who waits for it. */
  private enum Ending {
    REFUSED {
      @Override
      void apply(CompletableFuture<?> sent, CompletableFuture<?> traced) {
        sent.completeExceptionally(new ConnectException());
      }
    },
    CANCELLED {
      @Override
      void apply(CompletableFuture<?> sent, CompletableFuture<?> traced) {
        traced.cancel(true);
      }
    },
    TIMED_OUT {
      @Override
      void apply(CompletableFuture<?> sent, CompletableFuture<?> traced) {
        traced.completeExceptionally(new TimeoutException());
      }
    };

    abstract void apply(CompletableFuture<?> sent, CompletableFuture<?> traced);
  }

  @ParameterizedTest
  @EnumSource(Ending.class)
  void hearsOfTheEndBeforeTheCallerDoes(Ending ending) {
    CompletableFuture<RecordedResponse> sent = new CompletableFuture<>();
    List<CompletableFuture<RecordedResponse>> traced = new ArrayList<>();
    TracingTransport transport =
        new TracingTransport(
            request -> sent,
            new QueryTrace() {
              @Override
              public void sent(URI url) {}

              @Override
              public void received(URI url, RecordedResponse response) {}

              @Override
              public void failed(URI url, String diagnosis) {
                seen.add("caller knows: " + traced.get(0).isDone());
              }
            });
    traced.add(
        transport.send(new HttpRequest(URI.create(URL), Map.of(), Duration.ofSeconds(9), 1_000)));

    ending.apply(sent, traced.get(0));

    assertThat(traced.get(0)).isDone();
    assertThat(sent).isDone();
    assertThat(seen).containsExactly("caller knows: false");
  }

  @Test
  void costsNoResponseIfItThrows() {
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger(QueryTrace.class.getName());
    Handler handler = recordingTo(logged);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      QueryTrace throwing =
          new QueryTrace() {
            @Override
            public void sent(URI url) {
              throw new IllegalStateException(KEY);
            }

            @Override
            public void received(URI url, RecordedResponse response) {
              throw new AssertionError(KEY);
            }

            @Override
            public void failed(URI url, String diagnosis) {}
          };

      assertThat(provider(responding("{\"id\":\"a\"}"), throwing).query("a").taskOrThrow().id())
          .isEqualTo("a");
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(logged)
        .hasSize(2)
        .containsOnly("expected the trace of queries to return, found an exception");
  }

  private static Handler recordingTo(List<String> messages) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        messages.add(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
