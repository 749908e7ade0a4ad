package io.github.reelay.provider;

import io.github.reelay.exchange.Exchange;
import io.github.reelay.json.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.net.URI;
import org.junit.jupiter.api.Test;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

class SmokeTest {
  @Test
  void smoke() throws Exception {
    try (Providers providers = Providers.discover(Map.of())) {
      for (String body : List.of("{\"id\":\"a\",\"status\":\"completed\",\"url\":\"https://x/y?z=1\",\"created_at\":1768380222,\"progress\":\"30%\",\"foo\":1}",
         "{\"code\":200,\"data\":[{\"status\":\"submitted\",\"task_id\":\"task_1\"}]}", "{\"error\":{\"code\":404,\"message\":\"nope\"}}", "[]", "", "{\"id\":5}", "{\"id\":\"x\",\"status\":{}}")) {
        System.out.println(CanonicalJson.line(providers.get("toapis").read("asked", new Exchange(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), null))));
      }
    }
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", x -> { System.out.println(x.getRequestURI() + " " + x.getRequestHeaders().entrySet()); byte[] b = "{\"id\":\"sora-2:x\",\"status\":\"pending\"}".getBytes(); x.sendResponseHeaders(200, b.length); x.getResponseBody().write(b); x.close();});
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    for (String path : new String[] {null, "/v1/video/query?id={id}", "/x/{id}/y?z=1"}) {
      ProviderBuilder b = Provider.builder(new io.github.reelay.provider.codex22.Codex22Dialect()).baseUrl(URI.create(base + "/pre")).key(() -> "KEY");
      if (path != null) b.path(path);
      try (Provider p = b.build()) {
        System.out.println(CanonicalJson.line(p.query("sora-2:a/b%2Fc d")));
        System.out.println(CanonicalJson.line(p.queryAsync("sora-2:..").get()));
      }
    }
    server.stop(0);
    try (Provider p = Provider.builder(new io.github.reelay.provider.codex22.Codex22Dialect()).baseUrl(URI.create(base)).key(() -> "KEY").build()) { System.out.println(p.query("x")); }
  }
}
