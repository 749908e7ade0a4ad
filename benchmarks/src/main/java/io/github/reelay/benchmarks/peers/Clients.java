package io.github.reelay.benchmarks.peers;

import feign.Feign;
import feign.hc5.ApacheHttp5Client;
import io.github.reelay.client.codex22.VideoTasksApi;
import io.github.reelay.contract.ContractDecoder;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;

/** The clients that are compared, each as its README sets it up, by the name of its row. */
final class Clients {
  static final String ID = "video_1";
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private Clients() {}

  /**
   * The load of that name.
   *
   * @param name {@code reelay}, {@code feign}, {@code async}, {@code transport} or {@code
   *     watcher-NUMBER}
   */
  static Load of(String name, URI base) {
    if (name.startsWith("watcher-")) {
      return new WatcherLoad(provider(base), Integer.parseInt(name.substring("watcher-".length())));
    }
    return switch (name) {
      case "reelay" -> blocking(provider(base));
      case "feign" -> new BlockingCallers("Feign on httpclient5", Worker.CALLERS, feign(base));
      case "async" -> async(provider(base));
      case "transport" -> transport(base);
      default -> throw new IllegalArgumentException("expected a client's name, found " + name);
    };
  }

  private static Provider provider(URI base) {
    return Provider.builder(new Codex22Dialect()).baseUrl(base).key(() -> "key").build();
  }

  private static Load blocking(Provider provider) {
    return new BlockingCallers(
        "Reelay", Worker.CALLERS, () -> provider.query(ID) instanceof QueryResult.Found);
  }

  private static Load async(Provider provider) {
    return new FutureLoad(
        "queryAsync",
        Worker.CALLERS,
        () -> provider.queryAsync(ID).thenApply(result -> result instanceof QueryResult.Found));
  }

  private static Load transport(URI base) {
    HttpTransport transport = HttpTransport.create();
    HttpRequest request =
        new HttpRequest(
            base.resolve("/v1/videos/video_id?id=" + ID),
            Map.of("Authorization", "Bearer key", "Accept", "application/json"),
            DEADLINE,
            1 << 20);
    return new FutureLoad(
        "the transport alone",
        Worker.CALLERS,
        () -> transport.send(request).thenApply(response -> response.httpStatus() == 200));
  }

  private static Callable<Boolean> feign(URI base) {
    VideoTasksApi api =
        Feign.builder()
            .client(new ApacheHttp5Client())
            .decoder(new ContractDecoder())
            .requestInterceptor(query -> query.header("Authorization", "Bearer key"))
            .target(VideoTasksApi.class, base.toString());
    return () -> "queued".equals(api.getVideoTask(ID).status());
  }
}
