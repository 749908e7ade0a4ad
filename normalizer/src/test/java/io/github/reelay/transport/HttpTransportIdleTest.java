package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.get;
import static io.github.reelay.transport.Queries.response;
import static io.github.reelay.transport.Queries.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a connection that is idle after a query. */
class HttpTransportIdleTest {
  private final HttpTransport transport = HttpTransport.create();

  @AfterEach
  void close() {
    transport.close();
  }

  @Test
  void usesOneConnectionForQueriesThatFollowEachOther() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.playing(connection -> connection.respondAll("{}"))) {

      for (int i = 0; i < 20; i++) {
        assertThat(text(response(transport.send(get(server.uri("/" + i)))))).isEqualTo("{}");
      }

      assertThat(server.accepted()).isEqualTo(1);
      assertThat(server.heads()).hasSize(20);
    }
  }

  @Test
  void noticesThatTheServerClosedAnIdleConnection() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (HttpTransport watchful = HttpTransport.create();
        ScriptedServer server = respondsOnceThen(ServerConnection::close, closed)) {
      response(watchful.send(get(server.uri("/"))));
      assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();

      RecordedResponse second = response(watchful.send(get(server.uri("/"))));

      assertThat(text(second)).isEqualTo("{}");
      assertThat(server.accepted()).isEqualTo(2);
    }
  }

  @Test
  void doesNotTakeAnUnexpectedResponseForTheNextOne() throws Exception {
    CountDownLatch said = new CountDownLatch(1);
    String unexpected = "HTTP/1.1 408 Timeout\r\nContent-Length: 0\r\n\r\n";
    try (HttpTransport watchful = HttpTransport.create();
        ScriptedServer server = respondsOnceThen(connection -> connection.say(unexpected), said)) {
      response(watchful.send(get(server.uri("/"))));
      assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();

      RecordedResponse second = response(watchful.send(get(server.uri("/"))));

      assertThat(second.httpStatus()).isEqualTo(200);
      assertThat(server.accepted()).isEqualTo(2);
    }
  }

  private static ScriptedServer respondsOnceThen(ScriptedServer.Script rude, CountDownLatch done)
      throws Exception {
    return ScriptedServer.playing(
        connection -> {
          connection.request();
          connection.respond("{}");
          if (done.getCount() > 0) {
            rude.play(connection);
            done.countDown();
          }
          connection.stall();
        });
  }
}
