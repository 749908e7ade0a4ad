package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.MAX_BYTES;
import static io.github.reelay.transport.Queries.PATIENT;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.http.IncompleteResponseException;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.transport.ScriptedServer.Script;
import java.io.IOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportFailureTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String UNKNOWN = "a response that is not HTTP";
  private static final String MALFORMED = "something else (MalformedChunkCodingException)";
  private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  static Stream<Arguments> brokenResponses() {
    String early = "that it ends early";
    return Stream.of(
        broken("closes immediately", "", "the connection closed without one"),
        broken("ends within the status line", "HTTP/1.1 20", early),
        broken("ends within a header", OK + "Content-Le", early),
        broken("ends before the blank line", OK + "Retry-After: 3\r\n", early),
        broken("ends within the body", OK + "Content-Length: 9\r\n\r\n{}", early),
        broken("ends within a chunk", CHUNKED + "9\r\n{}", early),
        broken("ends between chunks", CHUNKED + "2\r\n{}\r\n", early),
        broken(
            "ends within the gzip data", OK + "Content-Encoding: gzip\r\n\r\n\u001f\u008b", early),
        broken("has a chunk that is none", CHUNKED + "secret\r\n", MALFORMED),
        broken("speaks something else", "SSH-2.0-secret\r\n\r\n", UNKNOWN),
        broken("has a header that is none", OK + "secret\r\n\r\n", UNKNOWN));
  }

  private static Arguments broken(String what, String reply, String found) {
    Script script =
        connection -> {
          connection.request();
          connection.say(reply);
        };
    return Arguments.of(what, script, found);
  }

  @ParameterizedTest(name = "a response that {0}")
  @MethodSource("brokenResponses")
  void refusesAResponseThatIsNotWhole(String what, Script script, String found) throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(script)) {

      IOException failure =
          failure(
              transport.send(get(server.uri("/secret?secret"))), IncompleteResponseException.class);

      assertThat(failure)
          .hasMessage("expected a complete response from 127.0.0.1, found " + found + "; try again")
          .hasNoCause();
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", OK, OK + "Content-Length: 9\r\n\r\n{}", CHUNKED + "9\r\n{}"})
  void reportsAConnectionThatIsReset(String beforehand) throws Exception {
    Script script =
        connection -> {
          connection.request();
          connection.say(beforehand).reset();
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {

      IOException failure =
          failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class);

      assertThat(failure)
          .hasMessage(
              "expected a complete response from 127.0.0.1, found the connection broken; try"
                  + " again");
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void reportsThatNobodyAcceptsTheConnection() throws Exception {
    try (Socket silent = Queries.takingAPort()) {
      URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/secret");

      ConnectException failure = failure(transport.send(get(uri)), ConnectException.class);

      assertThat(failure)
          .hasMessage(
              "expected 127.0.0.1 to accept a connection, found that it does not; check the base"
                  + " URL or try again");
      assertThat(transport.leased()).isZero();
    }
  }

  @Test
  void reportsThatTheHostIsUnknown() {
    FakeDns nobody =
        FakeDns.to127001(
            host -> {
              throw new UnknownHostException(host);
            });
    try (HttpTransport lost = transportWith(nobody)) {

      UnknownHostException failure =
          failure(
              lost.send(get(URI.create("http://relay.example/secret"))),
              UnknownHostException.class);

      assertThat(failure)
          .hasMessage(
              "expected an address for relay.example, found none; check the base URL and the"
                  + " network");
      assertThat(lost.leased()).isZero();
    }
  }

  private static HttpTransport transportWith(FakeDns dns) {
    return HttpTransport.create(
        TransportLimits.defaults(), NetworkSettings.defaults().withDnsResolver(dns));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h/secret", "/secret", "http:secret", "http:///secret", "mailto:s"})
  void sendsNothingToWhatIsNoWebHost(String uri) {
    MalformedURLException failure =
        failure(transport.send(get(URI.create(uri))), MalformedURLException.class);

    assertThat(failure)
        .hasMessage(
            "expected an absolute http or https URI with a host, found another; check the base"
                + " URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://secret:secret@h/", "http://h:65536/"})
  void sendsNothingToAUserOrAnImpossiblePort(String uri) {
    MalformedURLException failure =
        failure(transport.send(get(URI.create(uri))), MalformedURLException.class);

    assertThat(failure)
        .hasMessage(
            "expected only a host and a port up to 65535 for h, found more; check the base URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer secret\n", "Bearer secret\r\nX: y", "Bearer 密钥", "secret\0"})
  void sendsNoHeaderThatWouldNotArriveAsItIs(String value) {
    HttpRequest request =
        new HttpRequest(
            URI.create("http://h/"), Map.of("Authorization", value), PATIENT, MAX_BYTES);

    ProtocolException failure = failure(transport.send(request), ProtocolException.class);

    assertThat(failure)
        .hasMessage(
            "expected printable ASCII in header Authorization for h, found other characters; check"
                + " the key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "se cret", "secret:", "secret\r\nX"})
  void sendsNoHeaderWhoseNameIsNone(String name) {
    HttpRequest request =
        new HttpRequest(URI.create("http://h/"), Map.of(name, "x"), PATIENT, MAX_BYTES);

    ProtocolException failure = failure(transport.send(request), ProtocolException.class);

    assertThat(failure)
        .hasMessage(
            "expected printable ASCII in a header name for h, found other characters; check the"
                + " key");
  }

  @Test
  void worksAfterEveryKindOfFailure() throws Exception {
    Script script =
        connection -> {
          for (String head = connection.request(); head != null; head = connection.request()) {
            connection.say(head.startsWith("GET /bad") ? "nonsense\r\n\r\n" : OK + "\r\n{}");
            connection.close();
          }
        };
    try (ScriptedServer server = ScriptedServer.playing(script)) {
      for (int i = 0; i < 200; i++) {
        failure(transport.send(get(server.uri("/bad"))), IncompleteResponseException.class);
      }

      assertThat(text(response(transport.send(get(server.uri("/good")))))).isEqualTo("{}");
      assertThat(transport.leased()).isZero();
    }
  }
}
