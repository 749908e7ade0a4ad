package io.github.reelay.contracttools.spec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Responds on loopback with bodies as they are: nothing is shifted in time, no id is put in. Each
 * body has an address of its own, below which every path responds with it.
 */
public final class ExampleServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Served> served = new ConcurrentHashMap<>();
  private final List<Query> query = new CopyOnWriteArrayList<>();

  private ExampleServer(HttpServer server) {
    this.server = server;
  }

  /** Starts one on a free port of loopback. */
  public static ExampleServer start() throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    ExampleServer started = new ExampleServer(HttpServer.create(loopback, 0));
    started.server.createContext("/", started::respond);
    started.server.start();
    return started;
  }

  /** Serves an example from now on; what is returned is the base URL to query. */
  public URI serve(Example example) {
    return serve(example.status(), example.headers(), example.bytes());
  }

  /** Serves any response from now on; what is returned is the base URL to query. */
  public URI serve(int status, Map<String, String> headers, byte[] body) {
    String key = String.valueOf(served.size() + 1);
    served.put(key, new Served(status, headers, body));
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + key);
  }

  /** The requests so far, without the part of the path that chose the body. */
  public List<Query> query() {
    return List.copyOf(query);
  }

  private void respond(HttpExchange exchange) throws IOException {
    String[] target = exchange.getRequestURI().toString().split("/", 3);
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Map<String, List<String>> headers = Map.copyOf(exchange.getRequestHeaders());
    query.add(new Query(exchange.getRequestMethod(), "/" + target[2], headers, sent.length));
    Served response = served.get(target[1]);
    response.headers().forEach(exchange.getResponseHeaders()::add);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.status(), response.body().length);
    exchange.getResponseBody().write(response.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Served(int status, Map<String, String> headers, byte[] body) {}

  /**
   * One request as it arrived.
   *
   * @param method such as {@code GET}
   * @param target path and query, still encoded
   * @param headers all headers
   * @param bodyBytes length of the body
   */
  public record Query(
      String method, String target, Map<String, List<String>> headers, int bodyBytes) {}
}
