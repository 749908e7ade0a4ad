package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.IncompleteResponseException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do with a connection between two queries, and interim responses without end. */
@Timeout(60)
class HttpTransportReuseTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  private static String whole(String body) {
    return OK + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  @Test
  void takesNoSecondResponseForThatOfTheNextTask() throws Exception {
    ScriptedServer.Script twice =
        connection -> {
          for (String head = connection.request(); head != null; head = connection.request()) {
            String path = head.split(" ", 3)[1];
            connection.say(whole(path) + whole("stolen"));
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(twice)) {
      for (int i = 0; i < 50; i++) {
        assertThat(text(response(transport.send(get(server.uri("/" + i)))))).isEqualTo("/" + i);
      }
      assertThat(server.accepted()).isEqualTo(50);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Connection: close\r\n", "Keep-Alive: timeout=0\r\n"})
  void usesNoConnectionLongerThanTheServerSays(String header) throws Exception {
    ScriptedServer.Script script =
        connection -> {
          while (connection.request() != null) {
            connection.say(OK + header + "Content-Length: 2\r\n\r\n{}");
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {
      for (int i = 0; i < 5; i++) {
        assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
      }
      assertThat(server.accepted()).isEqualTo(5);
    }
  }

  @Test
  void losesNoQueryToABalancerThatClosesSilently() throws Exception {
    ScriptedServer.Script once =
        connection -> {
          connection.request();
          connection.respond("{}");
        };
    try (ScriptedServer server = ScriptedServer.playing(once)) {
      for (int i = 0; i < 200; i++) {
        assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
        eventually("the server has closed", () -> assertThat(server.open()).isZero());
      }
    }
  }

  @Test
  void keepsNoThreadForDeadlinesWhileNothingIsOpenAndStartsItAgain() throws Exception {
    TransportLimits brief = TransportLimits.defaults().withKeepIdle(Duration.ofMillis(100));
    try (HttpTransport idle = HttpTransport.create(brief);
        ScriptedServer server = ScriptedServer.playing(ServerConnection::stallOrRespond)) {
      for (int round = 0; round < 3; round++) {
        response(idle.send(get(server.uri("/"))));
        eventually("the connection is closed", () -> assertThat(server.open()).isZero());
        eventually("the thread has ended", () -> assertThat(keepers()).isZero());

        failure(
            idle.send(get(server.uri("/stall"), Duration.ofMillis(150))),
            InterruptedIOException.class);
      }
    }
  }

  private static long keepers() {
    return Queries.threads().stream()
        .filter(thread -> thread.getName().equals("reelay-deadline"))
        .count();
  }

  @Test
  void fiftyEndlessInterimResponsesAreRefused() throws Exception {
    ScriptedServer.Script endless =
        connection -> {
          connection.request();
          connection.repeat("HTTP/1.1 100 Continue\r\n\r\n");
        };
    try (ScriptedServer server = ScriptedServer.playing(endless)) {
      List<CompletableFuture<RecordedResponse>> queries = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        queries.add(transport.send(get(server.uri("/"))));
      }
      for (CompletableFuture<RecordedResponse> query : queries) {
        assertThat(failure(query, IncompleteResponseException.class))
            .hasMessage(
                "expected a complete response from 127.0.0.1, found a response that is not HTTP;"
                    + " try again");
      }
      eventually("no connection is left", () -> assertThat(server.open()).isZero());
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void takesSomeInterimResponsesAndNoOtherProtocol() throws Exception {
    ScriptedServer.Script script =
        connection -> {
          for (String head = connection.request(); head != null; head = connection.request()) {
            String code = head.startsWith("GET /switch") ? "101 Switching" : "103 Early Hints";
            connection.say(("HTTP/1.1 " + code + "\r\nLink: a\r\n\r\n").repeat(3)).respond("{}");
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {
      assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
      assertThat(
              failure(
                  transport.send(get(server.uri("/switch"))), IncompleteResponseException.class))
          .hasMessageContaining("found a response that is not HTTP");
    }
  }

  @Test
  void endsAGzipHeaderThatNeverEnds() throws Exception {
    byte[] header = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 0};
    String start = OK + "Content-Encoding: gzip\r\n\r\n";
    ScriptedServer.Script script =
        connection -> {
          connection.request();
          connection
              .say(start + new String(header, StandardCharsets.ISO_8859_1))
              .repeat("n".repeat(512));
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {
      assertThat(failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class))
          .hasMessage(
              "expected a complete response from 127.0.0.1, found damaged gzip data; try again");
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
    }
  }
}
