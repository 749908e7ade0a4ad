package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.LoopbackProxy;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.transport.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ProxiedProviderTest {
  private static final TaskHandle HANDLE = TaskHandle.parse("toapis:t1");

  private static Map<String, String> environment(LoopbackProxy proxy, String baseUrl) {
    Map<String, String> environment = new HashMap<>();
    environment.put("REELAY_PROXY", "http://me:secret@127.0.0.1:" + proxy.port());
    environment.put("REELAY_TOAPIS_BASE_URL", baseUrl);
    environment.put("REELAY_TOAPIS_API_KEY", "key");
    return environment;
  }

  @DisplayName("The environment names the proxy, for all that are discovered")
  @Test
  void readsTheEnvironment() throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.start();
        StubServer server = StubServer.start().then(200, "{'id':'t1','status':'queued'}")) {
      int port = server.uri("/").getPort();
      Map<String, String> environment = environment(proxy, "http://relay.example:" + port);
      try (Providers providers = Providers.discover(environment)) {
        assertThat(providers.query(HANDLE)).isInstanceOf(QueryResult.Found.class);
        assertThat(providers.network().proxy()).hasToString("127.0.0.1:" + proxy.port());
      }
      assertThat(proxy.heads()).hasSize(1);
      environment.put("REELAY_NO_PROXY", "*");
      try (Providers providers = Providers.discover(environment)) {
        assertThat(providers.query(HANDLE)).isInstanceOf(QueryResult.Failed.class);
      }
      try (Providers providers = Providers.discover(environment, NetworkSettings.defaults())) {
        assertThat(providers.network()).isSameAs(NetworkSettings.defaults());
      }
      assertThat(proxy.heads()).hasSize(1);
      assertThat(server.requests).hasSize(1);
    }
  }

  @DisplayName("What the proxy says instead of opening a tunnel is no response about a task")
  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 402, 403, 404, 410, 429, 500, 502, 503})
  void takesNoRefusalForAResponse(int status) throws Exception {
    String denial = "{\"error\":{\"code\":\"task_not_exist\",\"message\":\"task_not_exist\"}}";
    String response =
        "HTTP/1.1 %d No\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, denial.length(), denial);
    try (LoopbackProxy proxy = LoopbackProxy.saying(response);
        Providers providers = Providers.discover(environment(proxy, "https://relay.example"))) {
      for (QueryResult result :
          List.of(providers.query(HANDLE), providers.queryAsync(HANDLE).join())) {
        Failure failure = ((QueryResult.Failed) result).failure();
        assertThat(failure.kind()).isEqualTo(FailureKind.UNREACHABLE);
        assertThat(failure.httpStatus()).isNull();
        assertThat(failure.deniesTask()).isFalse();
        assertThat(failure.diagnosis())
            .startsWith(
                "no connection through the proxy 127.0.0.1:"
                    + proxy.port()
                    + ": it refuses the connection (status "
                    + status
                    + "); ")
            .doesNotContain("secret", "task_not_exist");
      }
    }
  }

  @DisplayName("A proxy that wants other credentials, or hangs, is named in the failure")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 407 No | no connection through the proxy %s: it does not accept the user and the password (status 407); check them, special characters of a URL percent-encoded
          HTTP/1.1 100 Wait | no complete response through the proxy %s before the deadline
          SSH-2.0 | no connection through the proxy %s: its response is not one of a proxy; check the host and the port of the proxy
          """)
  void namesTheProxy(String line, String message) throws Exception {
    try (LoopbackProxy proxy = LoopbackProxy.saying(line + "\r\n\r\n")) {
      HttpProxy settings = HttpProxy.of("127.0.0.1", proxy.port()).withCredentials("me", "secret");
      try (Provider provider =
          Provider.builder(new ToapisDialect())
              .baseUrl(URI.create("https://relay.example"))
              .key(() -> "key")
              .deadline(Duration.ofSeconds(message.contains("deadline") ? 1 : 30))
              .network(NetworkSettings.defaults().withProxy(settings))
              .build()) {
        QueryResult.Failed result = (QueryResult.Failed) provider.query("t1");

        assertThat(result.failure().diagnosis())
            .isEqualTo(message.formatted("127.0.0.1:" + proxy.port()));
        assertThat(provider.toString()).doesNotContain("secret");
      }
    }
  }

  @DisplayName("A malformed proxy in the environment is named by its variable, not shown")
  @Test
  void refusesAMalformedProxy() {
    assertThatThrownBy(() -> Providers.discover(Map.of("REELAY_PROXY", "https://me:secret@p:1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "REELAY_PROXY: expected a proxy such as http://proxy.example:3128 or"
                + " http://user:password@proxy.example:3128, found the scheme https; write"
                + " http://, other proxies are not supported");
  }

  @DisplayName("A transport that is given takes no network settings from elsewhere")
  @Test
  void refusesATransportWithNetworkSettings() {
    NetworkSettings network = NetworkSettings.defaults().withProxy(HttpProxy.of("p", 1));
    try (HttpTransport transport = HttpTransport.create()) {
      ProviderBuilder both =
          Provider.builder(new ToapisDialect()).transport(transport).network(network);

      assertThatThrownBy(both::build)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "expected a transport or network settings, found both; give the settings to the"
                  + " transport, as in HttpTransport.create(limits, network)");
      assertThat(both.network(NetworkSettings.defaults()).build().name()).isEqualTo("toapis");
    }
  }
}
