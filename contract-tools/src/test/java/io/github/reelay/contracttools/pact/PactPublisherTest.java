package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishes to a server that plays a broker and keeps what it is sent. */
class PactPublisherTest {
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private HttpServer broker;
  private int status = 201;

  private record Received(String request, String token, String type, byte[] body) {}

  @BeforeEach
  void startBroker() throws IOException {
    broker = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    broker.createContext("/", this::take);
    broker.start();
  }

  @AfterEach
  void stopBroker() {
    broker.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(
          new Received(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Content-Type"),
              exchange.getRequestBody().readAllBytes()));
      exchange.sendResponseHeaders(status, -1);
    }
  }

  private Map<String, String> environment() {
    String url = "http://127.0.0.1:" + broker.getAddress().getPort() + "/broker/";
    return Map.of(
        "PACT_BROKER_BASE_URL", url,
        "PACT_BROKER_TOKEN", "t0ken",
        "PACT_CONSUMER_VERSION", "4f2a91c");
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void sendsTheCommittedPactAsItIs(String provider) throws Exception {
    PactPublisher.from(environment()).publish(provider, PactFiles.committed(provider));

    assertThat(received).hasSize(1);
    Received put = received.get(0);
    assertThat(put.request())
        .isEqualTo(
            "PUT /broker/pacts/provider/%s/consumer/reelay-normalizer/version/4f2a91c"
                .formatted(provider));
    assertThat(put.token()).isEqualTo("Bearer t0ken");
    assertThat(put.type()).isEqualTo("application/json");
    assertThat(put.body()).isEqualTo(Files.readAllBytes(PactFiles.committed(provider)));
  }

  @Test
  void failsIfTheBrokerRefusesAndKeepsTheToken() {
    status = 409;
    PactPublisher publisher = PactPublisher.from(environment());

    assertThatThrownBy(() -> publisher.publish("toapis", PactFiles.committed("toapis")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected the broker to take the pact with toapis by 200 or 201 at %s/pacts/provider"
                    .formatted(publisher.broker())
                + "/toapis/consumer/reelay-normalizer/version/4f2a91c, found 409; check the URL,"
                + " the token, and whether that version was published with other content");
    assertThat(publisher.toString()).doesNotContain("t0ken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PACT_BROKER_BASE_URL", "PACT_BROKER_TOKEN", "PACT_CONSUMER_VERSION"})
  void asksForEveryVariable(String name) {
    Map<String, String> without = new HashMap<>(environment());
    without.remove(name);

    assertThatThrownBy(() -> PactPublisher.from(without))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "expected the environment variable " + name + ", found none; set it to ");
  }
}
