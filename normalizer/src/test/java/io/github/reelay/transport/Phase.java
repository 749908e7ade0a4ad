package io.github.reelay.transport;

import static io.github.reelay.transport.Queries.MAX_BYTES;
import static io.github.reelay.transport.Queries.PATIENT;
import static io.github.reelay.transport.Queries.eventually;
import static io.github.reelay.transport.Queries.get;

import io.github.reelay.network.NetworkSettings;
import io.github.reelay.transport.ScriptedServer.Script;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Where a query can hang: one scene for each step from the queue to the last byte. */
enum Phase {
  A_PLACE("performInTurn") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.narrow(1);
      scene.serve(ServerConnection::stall);
      scene.transport.send(scene.request);
      eventually("the place is taken", () -> isIn("head"));
    }
  },
  THE_TURN_OF_A_LARGE_BODY("acquire") {
    @Override
    void arrange(Scene scene) throws Exception {
      String large = "x".repeat(2_000);
      scene.serve(connection -> connection.say(OK + "\r\n" + large).stall());
      scene.transport.send(scene.request);
      eventually("the turn is taken", () -> isIn("readAll"));
    }
  },
  THE_NAME_SERVICE("resolve") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.serve(ServerConnection::stall);
      scene.request = get(scene.server.uri("slow.example", "/"));
    }
  },
  CONNECTING("connect") {
    @Override
    void arrange(Scene scene) throws Exception {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      ServerSocket full = new ServerSocket(0, 1, loopback);
      scene.open.add(full);
      for (int i = 0; i < 8; i++) {
        SocketChannel channel = SocketChannel.open();
        scene.open.add(channel);
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(loopback, full.getLocalPort()));
      }
      scene.request = get(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/"));
    }
  },
  THE_HANDSHAKE("startHandshake") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.server = ScriptedServer.pretendingTls(ServerConnection::stall);
      scene.request = get(scene.server.uri("/"));
    }
  },
  WRITING_THE_REQUEST("send") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.server = ScriptedServer.playing(ServerConnection::readNothing);
      Map<String, String> large = Map.of("X-Large", "x".repeat(8 << 20));
      scene.request = new HttpRequest(scene.server.uri("/"), large, PATIENT, MAX_BYTES);
    }
  },
  A_RESPONSE("head") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.serve(ServerConnection::stall);
    }
  },
  INTERIM_RESPONSES_THAT_DRIP("head") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.serve(connection -> connection.drip("HTTP/1.1 103 Early\r\nX: x\r\n\r\n", 20));
    }
  },
  A_HEAD_THAT_DRIPS("head") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.serve(connection -> connection.say(OK + "X: ").drip("x", 5));
    }
  },
  A_BODY_THAT_DRIPS("readAll") {
    @Override
    void arrange(Scene scene) throws Exception {
      scene.serve(connection -> connection.say(OK + "\r\n").drip("x", 5));
    }
  },
  CHUNKS_THAT_DRIP("readAll") {
    @Override
    void arrange(Scene scene) throws Exception {
      String chunked = "Transfer-Encoding: chunked\r\n\r\n";
      scene.serve(connection -> connection.say(OK + chunked).drip("1\r\nx\r\n", 5));
    }
  },
  A_GZIP_BODY_THAT_DRIPS("inflate") {
    @Override
    void arrange(Scene scene) throws Exception {
      String header = "\u001f\u008b\b\0\0\0\0\0\0\0";
      String block = "\0\1\0\u00fe\u00ffx"; // stored: one byte, not the last block
      scene.serve(
          connection ->
              connection.say(OK + "Content-Encoding: gzip\r\n\r\n" + header).drip(block, 5));
    }
  };

  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final String method;

  Phase(String method) {
    this.method = method;
  }

  abstract void arrange(Scene scene) throws Exception;

  /** Opens it; the query is still to be sent. */
  Scene open() throws Exception {
    Scene scene = new Scene();
    arrange(scene);
    return scene;
  }

  /** Whether a thread is where this phase hangs. */
  boolean isReached() {
    return isIn(method);
  }

  /** Whether a thread is within a method of that name, by its stack. */
  private static boolean isIn(String method) {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getMethodName().equals(method) && isOurs(frame.getClassName()));
  }

  private static boolean isOurs(String name) {
    return name.startsWith("io.github.reelay.") || name.startsWith("sun.security.ssl.SSLSocket");
  }

  /** A transport, a server, and the query that is to hang. */
  static final class Scene implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Closeable> open = new ArrayList<>();
    HttpTransport transport = transport(64);
    ScriptedServer server;
    HttpRequest request;

    private HttpTransport transport(int perRoute) {
      FakeDns dns = FakeDns.to127001(host -> over.await(60, TimeUnit.SECONDS));
      return HttpTransport.create(
          TransportLimits.defaults().withConnectionsPerRoute(perRoute).withSmallBody(1_024),
          () -> NetworkSettings.defaults().withDnsResolver(dns));
    }

    private void narrow(int perRoute) {
      transport = transport(perRoute);
    }

    private void serve(Script afterRequest) throws IOException {
      server =
          ScriptedServer.playing(
              connection -> {
                connection.request();
                afterRequest.play(connection);
              });
      request = get(server.uri("/"));
    }

    /** How many connections the server has. */
    int connections() {
      return server == null ? 0 : server.open();
    }

    @Override
    public void close() throws IOException {
      over.countDown();
      transport.close();
      for (Closeable each : open) {
        each.close();
      }
      if (server != null) {
        server.close();
      }
    }
  }
}
