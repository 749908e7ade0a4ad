package io.github.reelay.contracttests.pact;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Publishes pact files to a Pact Broker, byte by byte as they are.
 *
 * @param broker the broker's base URL
 * @param token what the broker is asked with
 * @param version the version of the consumer, such as the commit
 */
record PactPublisher(String broker, String token, String version) {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * The publisher that the environment describes.
   *
   * @throws IllegalArgumentException if a variable is missing
   */
  static PactPublisher from(Map<String, String> environment) {
    return new PactPublisher(
        need(environment, "PACT_BROKER_BASE_URL", "https://broker.example").replaceFirst("/$", ""),
        need(environment, "PACT_BROKER_TOKEN", "a token that may publish"),
        need(environment, "PACT_CONSUMER_VERSION", "the output of 'git rev-parse HEAD'"));
  }

  private static String need(Map<String, String> environment, String name, String such) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "expected the environment variable %s, found none; set it to %s".formatted(name, such));
    }
    return value;
  }

  /**
   * Publishes one file.
   *
   * @return where the broker has it now
   * @throws IllegalStateException if the broker refuses it
   */
  URI publish(String provider, Path file) throws IOException, InterruptedException {
    URI address =
        URI.create(
            "%s/pacts/provider/%s/consumer/%s/version/%s"
                .formatted(broker, provider, ProviderPact.CONSUMER, version));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofFile(file))
            .build();
    HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    int status = client.send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200 && status != 201) {
      throw new IllegalStateException(
          "expected the broker to take the pact with %s by 200 or 201 at %s, found %d; check the"
                  .formatted(provider, address, status)
              + " URL, the token, and whether that version was published with other content");
    }
    return address;
  }

  /** Names the broker and the version, never the token. */
  @Override
  public String toString() {
    return "PactPublisher[" + broker + ", version=" + version + "]";
  }
}
