package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Puts the sandbox into a state when another implementation of Pact requests it by HTTP: a POST to
 * the provider's name with the state and its parameters; its response has the values for the
 * request.
 */
public final class StateServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SandboxStates sandboxStates;
  private final HttpServer server;

  private StateServer(SandboxStates sandboxStates, HttpServer server) {
    this.sandboxStates = sandboxStates;
    this.server = server;
  }

  /** Starts one on a free port of loopback. */
  public static StateServer start(SandboxStates sandboxStates) throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    StateServer states = new StateServer(sandboxStates, server);
    server.createContext("/", states::respond);
    server.start();
    return states;
  }

  /** Where the states of that provider are requested. */
  public URI urlFor(String provider) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + provider);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String provider = exchange.getRequestURI().getPath().substring(1);
      try {
        byte[] body = exchange.getRequestBody().readAllBytes();
        send(exchange, 200, JSON.writeValueAsBytes(prepare(provider, body)));
      } catch (IllegalArgumentException refused) {
        send(exchange, 400, refused.getMessage().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private Map<String, Object> prepare(String provider, byte[] body) throws IOException {
    Map<String, Object> change = JSON.readValue(body, new TypeReference<>() {});
    Map<String, Object> parameters =
        JSON.convertValue(change.get("params"), new TypeReference<>() {});
    return sandboxStates.prepare(provider, String.valueOf(change.get("state")), parameters);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
