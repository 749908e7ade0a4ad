package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.MAX_BYTES;
import static io.github.reelay.transport.Queries.PATIENT;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.IncompleteResponseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportExchangeTest {

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void handsBackStatusHeadersAndBody() throws Exception {
    String reply =
        "HTTP/1.1 404 Not Found\r\nX-Request-Id: a\r\nVia: 1\r\nvia: 2\r\nX-Empty:\r\n"
            + "Content-Length: 2\r\n\r\n{}";
    try (ScriptedServer server = once(reply)) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(response.httpStatus()).isEqualTo(404);
      assertThat(text(response)).isEqualTo("{}");
      assertThat(response.headers())
          .containsEntry("X-Request-Id", List.of("a"))
          .containsEntry("Via", List.of("1", "2"))
          .containsEntry("X-Empty", List.of(""))
          .containsEntry("Content-Length", List.of("2"))
          .hasSize(4);
      assertThat(response.headers().get("x-request-id")).containsExactly("a");
    }
  }

  @Test
  void sendsTheHeadersAndNothingBeyondWhatAQueryNeeds() throws Exception {
    Map<String, String> headers = Map.of("Authorization", "Bearer k", "accept-encoding", "br");
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      response(transport.send(new HttpRequest(server.uri("/a?b=c"), headers, PATIENT, MAX_BYTES)));

      assertThat(server.heads().take().lines().filter(line -> !line.startsWith("Host: ")))
          .containsExactlyInAnyOrder(
              "GET /a?b=c HTTP/1.1",
              "Authorization: Bearer k",
              "Accept-Encoding: gzip",
              "Connection: keep-alive",
              "User-Agent: Reelay/0.1",
              "");
    }
  }

  @Test
  void letsTheCallerNameTheUserAgent() throws Exception {
    Map<String, String> headers = Map.of("User-Agent", "mine/1");
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      response(transport.send(new HttpRequest(server.uri("/"), headers, PATIENT, MAX_BYTES)));

      assertThat(server.heads().take().lines().filter(line -> line.startsWith("User-Agent")))
          .containsExactly("User-Agent: mine/1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/%2E%2E/admin",
        "/v1/../admin/./x",
        "/v1/a%252Fb",
        "/v1/a%2fb",
        "/v1//a///b",
        "//double",
        "/v1/sora-2:task_x",
        "/v1/sora-2%3Atask_x",
        "/v1/a;b=c,d@e$f&g=(h)*!'~",
        "/v1/x?id=%2e%2e&q=a+b%20c&&empty=",
        "/v1/x?",
        "/%E4%BB%BB%E5%8A%A1"
      })
  void sendsPathAndQueryAsTheyAreWritten(String target) throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      response(transport.send(get(server.uri(target))));

      assertThat(server.heads().take()).startsWith("GET " + target + " HTTP/1.1\r\n");
    }
  }

  @Test
  void sendsASlashForAnEmptyPathAndEscapesWhatIsNotAscii() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      response(transport.send(get(server.uri(""))));
      response(transport.send(get(server.uri("/任务"))));

      assertThat(server.heads().take()).startsWith("GET / HTTP/1.1\r\n");
      assertThat(server.heads().take()).startsWith("GET /%E4%BB%BB%E5%8A%A1 HTTP/1.1\r\n");
    }
  }

  @Test
  void handsARedirectBackUntouched() throws Exception {
    try (ScriptedServer other = ScriptedServer.playing(connection -> connection.respondAll("{}"));
        ScriptedServer server =
            once("HTTP/1.1 302 Found\r\nLocation: " + other.uri("/") + "\r\n\r\n")) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(response.httpStatus()).isEqualTo(302);
      assertThat(response.headers().get("Location")).containsExactly(other.uri("/").toString());
      assertThat(other.accepted()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void repeatsNothingThatTheServerWantsRepeated(int status) throws Exception {
    String reply = "HTTP/1.1 " + status + " No\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
    try (ScriptedServer server = always(reply)) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(response.httpStatus()).isEqualTo(status);
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void repeatsNothingAfterABrokenConnection() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::request)) {

      failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class);

      assertThat(server.heads()).hasSize(1);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void meetsNoChallengeAndKeepsNoCookie() throws Exception {
    String reply =
        "HTTP/1.1 401 No\r\nWWW-Authenticate: =broken\r\nSet-Cookie: a=b\r\n"
            + "Content-Length: 2\r\n\r\n{}";
    try (ScriptedServer server = always(reply)) {

      RecordedResponse first = response(transport.send(get(server.uri("/"))));
      response(transport.send(get(server.uri("/"))));

      assertThat(first.httpStatus()).isEqualTo(401);
      assertThat(server.heads()).hasSize(2).noneMatch(head -> head.contains("Cookie"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "204 No Content\r\n\r\n",
        "304 Not Modified\r\nContent-Length: 7\r\n\r\n",
        "200 OK\r\nContent-Length: 0\r\n\r\n",
        "200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n",
      })
  void givesAnEmptyBodyAndKeepsTheConnection(String reply) throws Exception {
    try (ScriptedServer server = always("HTTP/1.1 " + reply)) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(response.body()).isEmpty();
      assertThat(transport.leased()).isZero();
      assertThat(transport.idle()).isEqualTo(1);
    }
  }

  @Test
  void keepsManyQueriesApart() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {
      List<CompletableFuture<RecordedResponse>> responses = new ArrayList<>();

      for (int i = 0; i < 1_000; i++) {
        responses.add(transport.send(get(server.uri("/task/" + i))));
      }

      for (int i = 0; i < 1_000; i++) {
        assertThat(text(response(responses.get(i)))).isEqualTo("/task/" + i);
      }
      assertThat(server.accepted()).isBetween(2, 64);
      assertThat(transport.leased()).isZero();
    }
  }

  @Test
  void takesADeadlineAndASizeBeyondAllMeasure() throws Exception {
    Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
    try (ScriptedServer server = ScriptedServer.playing(ServerConnection::echoAll)) {

      HttpRequest request = new HttpRequest(server.uri("/"), Map.of(), ages, Integer.MAX_VALUE);

      assertThat(text(response(transport.send(request)))).isEqualTo("/");
      assertThat(transport.idle()).isEqualTo(1);
    }
  }

  @Test
  void doesNotLetOneHostWaitForAnother() throws Exception {
    try (HttpTransport narrow =
            HttpTransport.create(TransportLimits.defaults().withConnectionsPerRoute(1));
        ScriptedServer slow = ScriptedServer.playing(ServerConnection::stall);
        ScriptedServer quick = ScriptedServer.playing(connection -> connection.respondAll("{}"))) {
      CompletableFuture<RecordedResponse> stalled = narrow.send(get(slow.uri("/")));

      RecordedResponse response = response(narrow.send(get(quick.uri("/"))));

      assertThat(text(response)).isEqualTo("{}");
      assertThat(stalled).isNotDone();
    }
  }

  private static ScriptedServer once(String reply) throws Exception {
    return ScriptedServer.playing(
        connection -> {
          connection.request();
          connection.say(reply);
        });
  }

  private static ScriptedServer always(String reply) throws Exception {
    return ScriptedServer.playing(
        connection -> {
          while (connection.request() != null) {
            connection.say(reply);
          }
        });
  }
}
