package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.failure;
import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.IncompleteResponseException;
import io.github.reelay.transport.ScriptedServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTransportLimitsTest {

  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String ZIPPED = OK + "Content-Encoding: gzip\r\n";
  private static final String TOO_MUCH_HEAD =
      "expected a complete response from 127.0.0.1, found more or longer header lines than allowed;"
          + " try again";

  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void refusesEndlessHeaders() throws Exception {
    assertHeadIsRefused(connection -> connection.say(OK).repeat("X-Filler: x\r\n"));
  }

  @Test
  void refusesAnEndlessHeaderLine() throws Exception {
    assertHeadIsRefused(connection -> connection.say(OK + "X-Filler: ").repeat("xxxxxxxxxxxxxxxx"));
  }

  @Test
  void refusesAnEndlessStatusLine() throws Exception {
    assertHeadIsRefused(connection -> connection.say("HTTP/1.1 200 ").repeat("OKOKOKOKOKOKOKOK"));
  }

  @Test
  void refusesAnEndlessFoldedHeader() throws Exception {
    assertHeadIsRefused(
        connection -> connection.say(OK + "X-Filler: x\r\n").repeat(" xxxxxxxxxxxx\r\n"));
  }

  @Test
  void refusesEndlessTrailers() throws Exception {
    String lastChunk = OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n";
    assertHeadIsRefused(connection -> connection.say(lastChunk).repeat("X-Filler: x\r\n"));
  }

  private void assertHeadIsRefused(Script afterRequest) throws Exception {
    try (ScriptedServer server = afterEachRequest(afterRequest)) {

      IOException failure =
          failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class);

      assertThat(failure).hasMessage(TOO_MUCH_HEAD);
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(transport.leased()).isZero();
    }
  }

  @Test
  void allowsAsManyHeadersAsItSaysAndNotOneMore() throws Exception {
    HttpTransport strict = HttpTransport.create(TransportLimits.defaults().withHead(3, 16_384));
    String three = OK + "A: 1\r\nB: 2\r\nContent-Length: 2\r\n";
    try (strict;
        ScriptedServer fits = afterEachRequest(connection -> connection.say(three + "\r\n{}"));
        ScriptedServer exceeds =
            afterEachRequest(connection -> connection.say(three + "C: 3\r\n\r\n{}"))) {

      assertThat(text(response(strict.send(get(fits.uri("/")))))).isEqualTo("{}");
      assertThat(failure(strict.send(get(exceeds.uri("/"))), IncompleteResponseException.class))
          .hasMessage(TOO_MUCH_HEAD);
    }
  }

  @Test
  void allowsLinesAsLongAsItSaysAndNotOneByteMore() throws Exception {
    HttpTransport strict = HttpTransport.create(TransportLimits.defaults().withHead(200, 64));
    String line = "X: " + "x".repeat(61);
    String rest = "\r\nContent-Length: 2\r\n\r\n{}";
    try (strict;
        ScriptedServer fits = afterEachRequest(connection -> connection.say(OK + line + rest));
        ScriptedServer exceeds =
            afterEachRequest(connection -> connection.say(OK + line + "x" + rest))) {

      assertThat(text(response(strict.send(get(fits.uri("/")))))).isEqualTo("{}");
      assertThat(failure(strict.send(get(exceeds.uri("/"))), IncompleteResponseException.class))
          .hasMessage(TOO_MUCH_HEAD);
    }
  }

  @ParameterizedTest
  @CsvSource({"9, 9, 1", "10, 10, 1", "11, 11, 0", "12, 11, 0"})
  void cutsALongerBodyAfterOneByteMoreAndClosesItsConnection(int sent, int read, int kept)
      throws Exception {
    try (ScriptedServer server =
        afterEachRequest(connection -> connection.respond("x".repeat(sent)))) {

      RecordedResponse response = response(transport.send(get(server.uri("/"), 10)));

      assertThat(response.body()).hasSize(read);
      assertThat(transport.idle()).isEqualTo(kept);
      assertThat(transport.leased()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 99999999999\r\n", "Content-Encoding: identity\r\n"})
  void cutsAnEndlessBodyWithoutDrainingIt(String header) throws Exception {
    AtomicLong sent = new AtomicLong();
    String filler = "x".repeat(8_192);
    Script endless = connection -> connection.say(OK + header + "\r\n").repeat(filler, sent);
    try (ScriptedServer server = afterEachRequest(endless)) {

      RecordedResponse response = response(transport.send(get(server.uri("/"), 10_000)));

      assertThat(response.body()).hasSize(10_001);
      eventually("the server finds the client gone", () -> assertThat(server.gone()).isEqualTo(1));
      assertThat(sent.get()).isLessThan(16L * 1024 * 1024);
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void cutsABodyThatInflatesBeyondTheLimit() throws Exception {
    byte[] bomb = zip(new byte[50_000_000]);
    assertThat(bomb.length).isLessThan(60_000);
    try (ScriptedServer server = afterEachRequest(connection -> connection.respondZipped(bomb))) {

      RecordedResponse response = response(transport.send(get(server.uri("/"), 1_000_000)));

      assertThat(response.body()).hasSize(1_000_001);
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void survivesABodyOfEndlessEmptyGzipMembers() throws Exception {
    byte[] empty = zip(new byte[0]);
    String members = new String(empty, StandardCharsets.ISO_8859_1).repeat(1_000);
    try (ScriptedServer server =
        afterEachRequest(connection -> connection.say(ZIPPED + "\r\n").repeat(members))) {

      IOException failure =
          failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class);

      assertThat(failure)
          .hasMessage(
              "expected a complete response from 127.0.0.1, found damaged gzip data;"
                  + " try again");
      eventually("the connection is closed", () -> assertThat(server.open()).isZero());
      assertThat(transport.leased()).isZero();
    }
  }

  @Test
  void inflatesAndLeavesOutTheHeadersOfTheZippedForm() throws Exception {
    byte[] zipped = zip("{\"status\":\"done\"}".getBytes(StandardCharsets.UTF_8));
    try (ScriptedServer server = afterEachRequest(connection -> connection.respondZipped(zipped))) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(text(response)).isEqualTo("{\"status\":\"done\"}");
      assertThat(response.headers()).isEmpty();
      assertThat(transport.idle()).isEqualTo(1);
    }
  }

  @Test
  void inflatesEveryMemberAndPassesOverWhatFollows() throws Exception {
    byte[] first = zip("first".getBytes(StandardCharsets.UTF_8));
    byte[] second = zip(" second".getBytes(StandardCharsets.UTF_8));
    byte[] body = concat(first, second, new byte[2_000]);
    try (ScriptedServer server = afterEachRequest(connection -> connection.respondZipped(body))) {

      RecordedResponse response = response(transport.send(get(server.uri("/"))));

      assertThat(text(response)).isEqualTo("first second");
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  @Test
  void keepsTheConnectionOfAZippedBodyInChunks() throws Exception {
    String zipped =
        new String(zip("{}".getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    String chunk = Integer.toHexString(zipped.length()) + "\r\n" + zipped + "\r\n0\r\n\r\n";
    String reply = ZIPPED + "Transfer-Encoding: chunked\r\n\r\n" + chunk;
    try (ScriptedServer server = afterEachRequest(connection -> connection.say(reply))) {

      assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");
      assertThat(text(response(transport.send(get(server.uri("/")))))).isEqualTo("{}");

      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gzip, damaged gzip data",
    "br, a content encoding other than gzip",
    "'gzip, gzip', a content encoding other than gzip"
  })
  void refusesABodyItCannotInflate(String encoding, String found) throws Exception {
    String reply = OK + "Content-Encoding: " + encoding + "\r\nContent-Length: 20\r\n\r\n";
    try (ScriptedServer server =
        afterEachRequest(connection -> connection.say(reply + "x".repeat(20)))) {

      IOException failure =
          failure(transport.send(get(server.uri("/"))), IncompleteResponseException.class);

      assertThat(failure)
          .hasMessage(
              "expected a complete response from 127.0.0.1, found " + found + "; try again");
      assertThat(transport.leased() + transport.idle()).isZero();
    }
  }

  private static ScriptedServer afterEachRequest(Script reply) throws IOException {
    return ScriptedServer.playing(
        connection -> {
          while (connection.request() != null) {
            reply.play(connection);
          }
        });
  }

  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.write(part);
    }
    return all.toByteArray();
  }
}
