package io.github.reelay.internal.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One rule for a base URL, wherever it comes from. */
class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "https://relay.example, https://relay.example",
    "https://relay.example/, https://relay.example",
    "http://127.0.0.1:8080/a/b/, http://127.0.0.1:8080/a/b",
    "http://[::1]:8080/a%2Fb, http://[::1]:8080/a%2Fb",
    "HTTPS://Relay_1.Example:8443/, https://Relay_1.Example:8443",
    "Http://a_b/v1, http://a_b/v1",
    "https://relay.example:65535, https://relay.example:65535",
    "https://relay.example:, https://relay.example:",
    "https://relay.example/a b, https://relay.example/a%20b",
    "https://relay.example/视频/, https://relay.example/%E8%A7%86%E9%A2%91",
    "https://例え.example, https://xn--r8jz45g.example",
  })
  void isAnAddress(String text, String url) {
    assertThat(BaseUrl.of(text)).hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "relay.example",
        "/v1",
        "//relay.example",
        "ftp://relay.example",
        "mailto:a@relay.example",
        "https:///v1",
        "https:relay.example",
        "https://relay example",
        "https://user@relay.example",
        "https://user:secret@a_b/",
        "https://user:secret@[",
        "https://relay.example:0",
        "https://relay.example:65536",
        "https://relay_1.example:99999",
        "https://relay.example:port",
        "https://relay.example?key=secret",
        "https://relay.example/?",
        "https://relay.example/#part",
      })
  void isNone(String text) {
    assertThat(BaseUrl.of(text)).isNull();
  }
}
