package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the key goes when the provider or another host redirects. */
@Timeout(60)
class ProviderOriginRedirectTest {
  private static final SampleMp4 FILM = SampleMp4.of(50_000, 21);
  private static final String KEY = "Bearer sk-own";
  private static final String CONTENT = "/v1/videos/ok-1/content";
  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer own;
  private HostServer other;
  private Supplier<String> key = () -> "sk-own";

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    own = fixture.host(new HostServer(locked(401)));
    other = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  /** Wants the key. */
  private static HostServer.Script locked(int status) {
    return (request, out) -> {
      if (KEY.equals(request.header("Authorization"))) {
        HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
      } else {
        HostServer.write(out, status, "Content-Length: 0");
      }
    };
  }

  /** The provider is served by the own host; its queries get a 404 there. */
  private DownloaderBuilder builder() {
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
        .scheduler(fixture.time);
  }

  private DownloadOutcome fetch(DownloaderBuilder builder, URI url) {
    return DownloadFixture.get(
        fixture.open(builder).download(DownloadFixture.task(url), fixture.file));
  }

  private static List<String> keys(HostServer host) {
    return host.requests().stream()
        .map(request -> String.valueOf(request.header("Authorization")))
        .toList();
  }

  /** Sends each request with the key on to a location. */
  private void redirect(String location) {
    own.script(
        (request, out) -> {
          boolean first = request.line().startsWith("GET " + CONTENT);
          if (first && KEY.equals(request.header("Authorization"))) {
            HostServer.write(out, 302, "Location: " + location, "Content-Length: 0");
          } else {
            locked(401).respond(request, out);
          }
        });
  }

  @Test
  void keepsTheKeyWithinTheOrigin() {
    redirect("/files/a.mp4");

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY, KEY);
  }

  @Test
  void dropsTheKeyWhenARedirectLeavesTheOrigin() {
    redirect(other.url("/a.mp4").toString());

    fetch(builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY);
    assertThat(keys(other)).containsExactly("null");
  }

  @Test
  void sendsNoKeyAfterADetour() {
    redirect(other.url("/detour").toString());
    other.script(HostServer.always(302, "", "Location: " + own.url("/files/a.mp4")));

    assertThat(DownloadFixture.failure(fetch(builder(), own.url(CONTENT))).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null", KEY, "null");
    assertThat(keys(other)).containsExactly("null");
  }

  @Test
  void sendsNoKeyWhereAnotherOriginSendsIt() {
    other.script(HostServer.always(302, "", "Location: " + own.url(CONTENT)));

    assertThat(DownloadFixture.failure(fetch(builder(), other.url("/a"))).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null");
  }
}
