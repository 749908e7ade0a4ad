package io.github.reelay.sandbox.junit;

import static java.net.http.HttpRequest.newBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.Sandbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

// snippet:sandbox
@ExtendWith(SandboxExtension.class)
class SandboxReadmeSnippetTest {
  @Test
  void queriesATask(Sandbox sandbox) throws Exception {
    var task = URI.create(sandbox.baseUrl("toapis") + "/v1/videos/generations/fails-1");
    var query = newBuilder(task).header("Authorization", "Bearer " + sandbox.apiKey("toapis"));
    var response = HttpClient.newHttpClient().send(query.build(), BodyHandlers.ofString());
    assertThat(response.body()).contains("\"id\":\"fails-1\"", "\"status\":\"queued\"");
  }
}
// end
