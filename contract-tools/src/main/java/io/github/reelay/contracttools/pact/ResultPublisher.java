package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Sends the result of a verification to the pact that the broker has, by the link that the pact
 * itself gives ({@code pb:publish-verification-results}). A result says which interactions were not
 * verified, because no provider produces all of them on demand.
 *
 * @param broker has the pacts, and gets the results
 * @param consumerVersion the version whose pacts were verified
 * @param providerVersion what the providers are called at that time, such as the day
 * @param build the page of the build; empty if it has none
 */
public record ResultPublisher(
    PactBroker broker, String consumerVersion, String providerVersion, String build) {
  private static final String LINK = "pb:publish-verification-results";

  /**
   * The publisher that the environment describes.
   *
   * @throws IllegalArgumentException if a variable is missing
   */
  public static ResultPublisher from(Map<String, String> environment) {
    return new ResultPublisher(
        PactBroker.from(environment),
        PactBroker.need(environment, "PACT_CONSUMER_VERSION", "the version that was published"),
        PactBroker.need(
            environment, "PACT_PROVIDER_VERSION", "the day, because providers name no version"),
        environment.getOrDefault("PACT_BUILD_URL", "").strip());
  }

  /**
   * Sends one result.
   *
   * @return where it was sent
   * @throws IllegalStateException if the broker does not have the pact, or refuses the result
   */
  public URI publish(LiveResult result) throws IOException, InterruptedException {
    String path =
        "/pacts/provider/%s/consumer/%s/version/%s"
            .formatted(result.provider(), PactFiles.CONSUMER, consumerVersion);
    String link = broker.get(path).path("_links").path(LINK).path("href").asText();
    if (link.isEmpty()) {
      throw new IllegalStateException(
          "expected the link %s in the pact at %s%s, found none; is that a Pact Broker?"
              .formatted(LINK, broker.url(), path));
    }
    broker.post(URI.create(link), body(result));
    return URI.create(link);
  }

  private JsonNode body(LiveResult result) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("success", result.differing().isEmpty());
    body.put("providerApplicationVersion", providerVersion);
    if (!build.isEmpty()) {
      body.put("buildUrl", build);
    }
    body.putObject("verifiedBy").put("implementation", "Pact-JVM");
    ArrayNode results = body.putArray("testResults");
    add(results, "verified", result.verified());
    add(results, "differs", result.differing());
    add(results, "not verified", result.omitted());
    return body;
  }

  private static void add(ArrayNode results, String outcome, List<String> interactions) {
    interactions.forEach(
        each -> results.addObject().put("interaction", each).put("outcome", outcome));
  }
}
