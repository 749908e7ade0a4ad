package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.provider.toapis.ToapisDialect;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which URLs get the key of the query. */
class AuthorizationForTest {

  private static Provider provider(String baseUrl) {
    return Provider.builder(new ToapisDialect())
        .baseUrl(URI.create(baseUrl))
        .key(() -> "sk-own")
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example, https://api.example/v1/videos/a/content",
    "https://api.example, https://API.example:443/",
    "https://api.example:443/v1, https://api.example",
    "https://api.example, https://api.example:/a?b#c",
    "http://127.0.0.1:8080/x, http://127.0.0.1:8080/y",
    "http://api.example, HTTP://api.example:80/y",
    "http://[::1]:81, http://[::1]:81/y"
  })
  void gives(String baseUrl, URI url) {
    assertThat(provider(baseUrl).authorizationFor(url)).isEqualTo("Bearer sk-own");
    assertThat(provider(baseUrl).hasOriginOf(url)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example, http://api.example/",
    "https://api.example, http://api.example:443/",
    "http://api.example, https://api.example/",
    "https://api.example, https://api.example:8443/",
    "https://api.example, https://cdn.api.example/",
    "https://api.example, https://example/",
    "https://api.example, https://api.example./",
    "https://api.example, https://api.example.evil.example/",
    "https://api.example, https://api.example@evil.example/",
    "https://api.example, https://evil.example@api.example/",
    "https://api.example, https://evil.example/https://api.example",
    "https://api.example, https://%61pi.example/",
    "https://api.kilo.example, https://api.\u212Ailo.example/",
    "https://api.example, ftp://api.example/",
    "https://api.example, //api.example/",
    "https://api.example, /v1/videos",
    "https://api.example, https:api.example",
    "http://[::1], http://[::2]/",
    "http://127.0.0.1, http://2130706433/"
  })
  void givesNot(String baseUrl, URI url) {
    assertThat(provider(baseUrl).authorizationFor(url)).isNull();
    assertThat(provider(baseUrl).hasOriginOf(url)).isFalse();
  }

  @Test
  void readsTheKeyEachTime() {
    Queue<String> keys = new ArrayDeque<>(List.of("sk-1", "sk-2"));
    Provider provider =
        Provider.builder(new ToapisDialect())
            .baseUrl(URI.create("https://api.example"))
            .key(keys::poll)
            .build();
    URI url = URI.create("https://api.example/a");

    assertThat(provider.authorizationFor(URI.create("https://other.example"))).isNull();
    assertThat(provider.authorizationFor(url)).isEqualTo("Bearer sk-1");
    assertThat(provider.authorizationFor(url)).isEqualTo("Bearer sk-2");
    assertThatThrownBy(() -> provider.authorizationFor(url))
        .isInstanceOf(MissingKeyException.class);
    assertThat(provider.toString()).doesNotContain("sk-");
  }
}
