package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * A Pact Broker, by the endpoints that its documentation names.
 *
 * @param url its base URL, without a slash at the end
 * @param token the bearer token
 */
public record PactBroker(String url, String token) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The one that the environment names.
   *
   * @throws IllegalArgumentException if a variable is missing
   */
  public static PactBroker from(Map<String, String> environment) {
    return new PactBroker(
        need(environment, "PACT_BROKER_BASE_URL", "https://broker.example").replaceFirst("/$", ""),
        need(environment, "PACT_BROKER_TOKEN", "a token that may publish"));
  }

  /**
   * The value of a variable, which has to be there.
   *
   * @param such what the message says to set it to
   * @throws IllegalArgumentException if it is missing or blank
   */
  static String need(Map<String, String> environment, String name, String such) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "expected the environment variable %s, found none; set it to %s".formatted(name, such));
    }
    return value;
  }

  /**
   * Reads a resource; missing if the response has no body.
   *
   * @param path below the base URL
   * @throws IllegalStateException if the broker does not have it
   */
  JsonNode get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  /**
   * Posts JSON, and returns the response; missing if it has no body.
   *
   * @throws IllegalStateException if the broker refuses it; the message has what the broker says
   */
  JsonNode post(URI address, JsonNode body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request =
        builder
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/hal+json")
            .build();
    HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 && response.statusCode() != 201) {
      throw new IllegalStateException(
          "expected 200 or 201 of the broker for %s %s, found %d %s; check the URL, the token and the"
                  .formatted(
                      request.method(), request.uri(), response.statusCode(), response.body())
              + " version");
    }
    return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
  }

  /** Names the broker, never the token. */
  @Override
  public String toString() {
    return "PactBroker[" + url + "]";
  }
}
