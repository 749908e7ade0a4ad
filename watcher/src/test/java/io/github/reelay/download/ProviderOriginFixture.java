package io.github.reelay.download;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A provider whose own host demands the key for a file, and another host, which demands none. */
final class ProviderOriginFixture {
  static final SampleMp4 FILM = SampleMp4.of(50_000, 21);
  static final String KEY = "Bearer sk-own";
  static final String CONTENT = "/v1/videos/ok-1/content";

  final HostServer own;
  final HostServer other;
  Supplier<String> key = () -> "sk-own";
  private final DownloadFixture downloads;

  ProviderOriginFixture(DownloadFixture downloads) {
    this.downloads = downloads;
    own = downloads.host(new HostServer(locked(401)));
    other = downloads.host(HostServer.of(FILM));
  }

  /** Wants the key. */
  static HostServer.Script locked(int status) {
    return (request, out) -> {
      if (KEY.equals(request.header("Authorization"))) {
        HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
      } else {
        HostServer.write(out, status, "Content-Length: 0");
      }
    };
  }

  /** The provider is served by the own host; its queries get a 404 there. */
  DownloaderBuilder builder() {
    Provider provider =
        Provider.builder(new ToapisDialect())
            .baseUrl(own.url("/api"))
            .key(() -> key.get())
            .transport(
                query ->
                    CompletableFuture.completedFuture(
                        new RecordedResponse(404, Map.of(), new byte[0])))
            .build();
    return Downloader.builder(Providers.of(List.of(provider)))
        .allowPrivateAddresses(true)
        .scheduler(downloads.time);
  }

  /** The key that each request to a host had, "null" for none. */
  static List<String> keys(HostServer host) {
    return host.requests().stream()
        .map(request -> String.valueOf(request.header("Authorization")))
        .toList();
  }
}
