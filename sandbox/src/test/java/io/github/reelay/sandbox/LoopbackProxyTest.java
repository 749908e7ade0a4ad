package io.github.reelay.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopbackProxyTest {
  private static HttpResponse<String> get(LoopbackProxy proxy, URI uri)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", proxy.port())))
        .build()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void passesARequestOnWhateverTheNameOfTheHostIs() throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        LoopbackProxy proxy = LoopbackProxy.start()) {
      int port = sandbox.baseUrl("toapis").getPort();
      URI uri = URI.create("http://no-such-host.example:" + port + "/toapis/v1/x?a=%2F");

      HttpResponse<String> response = get(proxy, uri);

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("GET " + uri + " HTTP/1.1\r\n")
          .endsWith("\r\n\r\n");
      assertThat(sandbox.requests())
          .extracting(RecordedRequest::target)
          .containsExactly("/toapis/v1/x?a=%2F");
    }
  }

  @Test
  void saysTheSameToEveryRequest() throws Exception {
    String refusal = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 2\r\n\r\nno";
    try (LoopbackProxy proxy = LoopbackProxy.saying(refusal)) {
      HttpResponse<String> response = get(proxy, URI.create("http://host.example:1/"));

      assertThat(response.statusCode()).isEqualTo(502);
      assertThat(response.body()).isEqualTo("no");
      assertThat(proxy.open()).isEqualTo(1);
    }
  }

  @Test
  void doesWhatItsScriptDoes() throws Exception {
    LoopbackProxy.Script script =
        (head, client) ->
            client
                .getOutputStream()
                .write(("HTTP/1.1 204 " + head.split(" ", 2)[0] + "\r\n\r\n").getBytes(UTF_8));
    try (LoopbackProxy proxy = LoopbackProxy.start(script)) {
      assertThat(get(proxy, URI.create("http://host.example:1/")).statusCode()).isEqualTo(204);
    }
  }
}
