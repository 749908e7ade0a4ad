package io.github.reelay.download;

import static io.github.reelay.download.ProviderOriginFixture.CONTENT;
import static io.github.reelay.download.ProviderOriginFixture.KEY;
import static io.github.reelay.download.ProviderOriginFixture.keys;
import static io.github.reelay.download.ProviderOriginFixture.locked;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the key goes when the provider or another host redirects. */
@Timeout(60)
class ProviderOriginRedirectTest {
  @TempDir Path folder;
  private DownloadFixture fixture;
  private ProviderOriginFixture provider;
  private HostServer own;
  private HostServer other;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    provider = new ProviderOriginFixture(fixture);
    own = provider.own;
    other = provider.other;
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
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

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY, KEY);
  }

  @Test
  void dropsTheKeyWhenARedirectLeavesTheOrigin() {
    redirect(other.url("/a.mp4").toString());

    fixture.fetch(provider.builder(), own.url(CONTENT)).savedOrThrow();

    assertThat(keys(own)).containsExactly("null", KEY);
    assertThat(keys(other)).containsExactly("null");
  }

  @Test
  void sendsNoKeyAfterADetour() {
    redirect(other.url("/detour").toString());
    other.script(HostServer.always(302, "", "Location: " + own.url("/files/a.mp4")));

    assertThat(DownloadFixture.failure(fixture.fetch(provider.builder(), own.url(CONTENT))).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null", KEY, "null");
    assertThat(keys(other)).containsExactly("null");
  }

  @Test
  void sendsNoKeyWhereAnotherOriginSendsIt() {
    other.script(HostServer.always(302, "", "Location: " + own.url(CONTENT)));

    assertThat(DownloadFixture.failure(fixture.fetch(provider.builder(), other.url("/a"))).kind())
        .isEqualTo(DownloadFailureKind.REFUSED);

    assertThat(keys(own)).containsExactly("null");
  }
}
