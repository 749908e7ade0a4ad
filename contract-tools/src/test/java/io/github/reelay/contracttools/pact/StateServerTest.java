package io.github.reelay.contracttools.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the run with Pact's other implementation stands on, without Node.js. */
@ExtendWith(SandboxExtension.class)
class StateServerTest {

  @Test
  void preparesTheStateAndReturnsTheTask(Sandbox sandbox) throws Exception {
    HttpResponse<String> response =
        post(
            sandbox,
            """
            {"consumer":"reelay-normalizer","action":"setup",
            "state":"the provider answers with a documented example",
            "params":{"example":"queued"}}\
            """);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"taskId\":\"pact-1\"}");
  }

  @Test
  void refusesAnExampleThatTheProviderDoesNotHave(Sandbox sandbox) throws Exception {
    HttpResponse<String> response =
        post(
            sandbox,
            """
            {"state":"the provider answers with a documented example",
            "params":{"example":"sleeping"}}\
            """);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .startsWith("expected the name of an example of toapis, one of [queued, ")
        .endsWith("found sleeping");
  }

  @Test
  void saysThatNodeIsMissing(@TempDir Path folder) {
    assertThatThrownBy(() -> PactCli.install(folder, "no-such-npm"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected the command no-such-npm, found none; -Pinterop needs Node.js 20 with npm on"
                + " the PATH");
  }

  private static HttpResponse<String> post(Sandbox sandbox, String body)
      throws IOException, InterruptedException {
    try (StateServer server = StateServer.start(new SandboxStates(sandbox))) {
      URI address = server.urlFor("toapis");
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address)
                  .timeout(Duration.ofSeconds(30))
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
    }
  }
}
