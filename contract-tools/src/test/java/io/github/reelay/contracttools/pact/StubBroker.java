package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays the endpoints of a Pact Broker that are used here, as its documentation describes them:
 * publish contracts, read a pact by consumer version, publish verification results.
 */
final class StubBroker implements AutoCloseable {
  static final String TOKEN = "t0ken";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, byte[]> pacts = new ConcurrentHashMap<>();
  final List<JsonNode> published = new CopyOnWriteArrayList<>();
  final List<JsonNode> results = new CopyOnWriteArrayList<>();

  private StubBroker(HttpServer server) {
    this.server = server;
  }

  static StubBroker start() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    StubBroker broker = new StubBroker(HttpServer.create(new InetSocketAddress(loopback, 0), 0));
    broker.server.createContext("/", broker::respond);
    broker.server.start();
    return broker;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/broker";
  }

  /** The pact of that path, as it was published. */
  byte[] pact(String path) {
    return pacts.get(path);
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/broker", "");
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{}");
      } else if (path.equals("/contracts/publish")) {
        publish(exchange, JSON.readTree(body));
      } else if (path.endsWith("/verification-results")) {
        results.add(JSON.readTree(body));
        send(exchange, 201, "");
      } else if (pacts.containsKey(path)) {
        ObjectNode pact = (ObjectNode) JSON.readTree(pacts.get(path));
        pact.putObject("_links")
            .putObject("pb:publish-verification-results")
            .put("href", url() + path + "/verification-results");
        send(exchange, 200, pact.toString());
      } else {
        send(exchange, 404, "{}");
      }
    }
  }

  /** Every field that the documentation calls required has to be there. */
  private void publish(HttpExchange exchange, JsonNode request) throws IOException {
    for (String name : List.of("pacticipantName", "pacticipantVersionNumber", "contracts")) {
      if (!request.hasNonNull(name)) {
        send(exchange, 400, "{\"errors\":{\"" + name + "\":[\"is missing\"]}}");
        return;
      }
    }
    for (JsonNode contract : request.get("contracts")) {
      String path =
          "/pacts/provider/%s/consumer/%s/version/%s"
              .formatted(
                  contract.get("providerName").asText(),
                  contract.get("consumerName").asText(),
                  request.get("pacticipantVersionNumber").asText());
      byte[] content = Base64.getDecoder().decode(contract.get("content").asText());
      byte[] before = pacts.putIfAbsent(path, content);
      if (before != null && !Arrays.equals(before, content)) {
        send(exchange, 409, "{\"notices\":[{\"type\":\"error\",\"text\":\"cannot change\"}]}");
        return;
      }
    }
    published.add(request);
    send(exchange, 200, "{\"notices\":[{\"type\":\"success\",\"text\":\"published\"}]}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/hal+json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
