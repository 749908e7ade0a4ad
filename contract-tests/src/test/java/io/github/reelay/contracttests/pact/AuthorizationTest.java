package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.reelay.contracttools.pact.PactFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends requests to a mock server that plays all interactions of a committed pact at once: what
 * none of them matches, it calls unexpected.
 */
class AuthorizationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void noInteractionMatchesARequestWithoutABearerKey(String provider) throws Exception {
    BaseMockServer server = serverOf(provider);
    try {
      URI uri = URI.create(server.getUrl() + target(provider));

      assertThat(isExpected(HttpRequest.newBuilder(uri))).isFalse();
      assertThat(isExpected(HttpRequest.newBuilder(uri).header("Authorization", "Basic a2V5")))
          .isFalse();
      assertThat(isExpected(HttpRequest.newBuilder(uri).header("Authorization", "Bearer another")))
          .isTrue();
    } finally {
      server.stop();
    }
  }

  /** What the first interaction requests. */
  private static String target(String provider) throws IOException {
    JsonNode request =
        JSON.readTree(PactFiles.committed(provider).toFile()).at("/interactions/0/request");
    JsonNode query = request.path("query");
    StringBuilder target = new StringBuilder(request.get("path").textValue());
    query
        .fieldNames()
        .forEachRemaining(
            name ->
                target
                    .append("?")
                    .append(name)
                    .append("=")
                    .append(query.get(name).get(0).textValue()));
    return target.toString();
  }

  private static BaseMockServer serverOf(String provider) {
    BasePact pact =
        (BasePact) DefaultPactReader.INSTANCE.loadPact(PactFiles.committed(provider).toFile());
    BaseMockServer server = MockHttpServerKt.mockServer(pact, MockProviderConfig.createDefault());
    server.start();
    server.waitForServer();
    return server;
  }

  private static boolean isExpected(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.discarding())
        .headers()
        .firstValue("X-Pact-Unexpected-Request")
        .isEmpty();
  }
}
