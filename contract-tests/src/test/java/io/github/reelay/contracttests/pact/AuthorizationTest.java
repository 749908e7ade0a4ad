package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.BaseMockServer;
import au.com.dius.pact.consumer.MockHttpServerKt;
import au.com.dius.pact.consumer.model.MockProviderConfig;
import au.com.dius.pact.core.model.BasePact;
import au.com.dius.pact.core.model.DefaultPactReader;
import io.github.reelay.contracttools.pact.PactFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Sends requests to a mock server that plays all interactions of a committed pact at once: what
 * none of them matches, it calls unexpected.
 */
class AuthorizationTest {
  private static final String TOAPIS = "/v1/videos/generations/task_01K9S419324DREZFBWNSVXYR6H";
  private static final String XINGCHAOYIQING = "/v1/result/sora_abc123def456";
  private static final String CODEX22 =
      "/v1/videos/video_id?id=sora-2:task_01kbfq03gpe0wr9ge11z09xqrj";

  @ParameterizedTest
  @CsvSource({"toapis," + TOAPIS, "xingchaoyiqing," + XINGCHAOYIQING, "22codex," + CODEX22})
  void noInteractionMatchesARequestWithoutABearerKey(String provider, String path)
      throws Exception {
    BaseMockServer server = serverOf(provider);
    try {
      URI uri = URI.create(server.getUrl() + path);

      assertThat(isExpected(HttpRequest.newBuilder(uri))).isFalse();
      assertThat(isExpected(HttpRequest.newBuilder(uri).header("Authorization", "Basic a2V5")))
          .isFalse();
      assertThat(isExpected(HttpRequest.newBuilder(uri).header("Authorization", "Bearer another")))
          .isTrue();
    } finally {
      server.stop();
    }
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
        .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.discarding())
        .headers()
        .firstValue("X-Pact-Unexpected-Request")
        .isEmpty();
  }
}
