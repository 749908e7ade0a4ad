package io.github.reelay.contracttools.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Publishes pact files to a Pact Broker, byte by byte as they are, with the branch and the build
 * that they come from: one {@code POST /contracts/publish} for all of them.
 *
 * @param broker where the pacts go
 * @param version the version of the consumer, such as the commit
 * @param branch where the version of the consumer comes from, such as {@code main}
 * @param build the page of the build; empty if it has none
 */
public record PactPublisher(PactBroker broker, String version, String branch, String build) {

  /**
   * The publisher that the environment describes.
   *
   * @throws IllegalArgumentException if a variable is missing
   */
  public static PactPublisher from(Map<String, String> environment) {
    return new PactPublisher(
        PactBroker.from(environment),
        PactBroker.need(environment, "PACT_CONSUMER_VERSION", "the output of 'git rev-parse HEAD'"),
        PactBroker.need(
            environment, "PACT_CONSUMER_BRANCH", "the output of 'git branch --show-current'"),
        environment.getOrDefault("PACT_BUILD_URL", "").strip());
  }

  /**
   * Publishes the pacts of some providers.
   *
   * @param pacts the files by the names of the providers
   * @return what the broker says to it, one line for each notice
   * @throws IllegalStateException if the broker refuses them
   */
  public List<String> publish(Map<String, Path> pacts) throws IOException, InterruptedException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("pacticipantName", PactFiles.CONSUMER);
    body.put("pacticipantVersionNumber", version);
    body.put("branch", branch);
    if (!build.isEmpty()) {
      body.put("buildUrl", build);
    }
    ArrayNode contracts = body.putArray("contracts");
    for (Map.Entry<String, Path> pact : pacts.entrySet()) {
      contracts
          .addObject()
          .put("consumerName", PactFiles.CONSUMER)
          .put("providerName", pact.getKey())
          .put("specification", "pact")
          .put("contentType", "application/json")
          .put("content", Base64.getEncoder().encodeToString(Files.readAllBytes(pact.getValue())));
    }
    return notices(broker.post(URI.create(broker.url() + "/contracts/publish"), body));
  }

  private static List<String> notices(JsonNode response) {
    List<String> notices = new ArrayList<>();
    response
        .path("notices")
        .forEach(
            each -> notices.add(each.path("type").asText() + ": " + each.path("text").asText()));
    return notices;
  }
}
