package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.address.Authority;
import io.github.reelay.internal.url.Urls;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {
  private static final int ROUNDS = 20_000;
  private static final String SIGNED = "https://v.example/1.mp4?sig=secret";
  private static final String[] PIECES = {
    "a", "Z", "0", "9", ".", "-", "_", "~", "!", "'", ";", "=", "+", "/", "//", "?", "#", "@", ":",
    ":80", ":65535", ":65536", ":0", ":000080", "%", "%4", "%2f", "[", "]", "[::1]", " ", "\"",
    "\\", "|", "{", "`", "\u0000", "\u007f", "\u0130", "é", "٣", "视", "\ud83d"
  };

  @DisplayName("Usual URLs are taken as they are")
  @ParameterizedTest
  @ValueSource(
      strings = {
        SIGNED,
        "http://v.example",
        "https://My_Bucket.Example:443/a",
        "http://127.0.0.1:8080?a=b?c/d",
        "https://v.example:00080/%2f%E8%A7%86/..;a=b,c!*'()~/:@$&+",
        "https://v.example:1#a?/b%20",
        "https://-a./"
      })
  void takesUsualUrls(String text) {
    WebUrl url = WebUrl.ofUsual(text);

    assertThat(url.text()).isSameAs(text);
    assertThat(url.uri()).hasToString(text).isSameAs(url.uri());
    assertThat(url).isEqualTo(WebUrl.of(URI.create(text))).hasSameHashCodeAs(URI.create(text));
  }

  @DisplayName("What is no URL, or needs a closer look, is not usual")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https:",
        "https://",
        "https:///a",
        "https://.../",
        "HTTPS://v.example/",
        "ftp://v.example/",
        "httpſ://v.example/",
        "https://u@v.example/",
        "https://[::1]/",
        "https://v.example:/",
        "https://v.example:0/",
        "https://v.example:65536/",
        "https://v.example:000080/",
        "https://v.example:٣/",
        "https://v.exämple/",
        "https://v.example/a b",
        "https://v.example/[",
        "https://v.example/%4",
        "https://v.example/%",
        "https://v.example/%4g",
        "https://v.example#a#b",
        "https://v.example\\a"
      })
  void refusesOthers(String text) {
    assertThat(WebUrl.ofUsual(text)).isNull();
  }

  @DisplayName("A usual URL is one by RFC 3986, changed by nothing, and has its own URI")
  @Test
  void agreesWithTheWholeGrammar() throws URISyntaxException {
    Random random = new Random(9_7);
    int usual = 0;
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text =
          new StringBuilder(random.nextBoolean() ? "https://" : "http://v.example");
      for (int left = random.nextInt(8); left > 0; left--) {
        text.append(PIECES[random.nextInt(random.nextBoolean() ? 17 : PIECES.length)]);
      }
      String url = text.toString();
      if (WebUrl.ofUsual(url) != null) {
        URI uri = new URI(url);
        assertThat(Urls.percentEncoded(url)).isSameAs(url);
        assertThat(Urls.host(uri)).as(url).isNotNull();
        assertThat(Authority.of(uri.getRawAuthority()).user()).as(url).isFalse();
        assertThat(Urls.hasPossiblePort(uri)).as(url).isTrue();
        usual++;
      }
    }
    assertThat(usual).isBetween(ROUNDS / 10, ROUNDS / 2);
  }

  @DisplayName("Two are equal as their URIs are, and neither shows its path or query")
  @Test
  void isEqualAsUrisAre() {
    WebUrl url = WebUrl.ofUsual(SIGNED);
    WebUrl same = WebUrl.of(URI.create("HTTPS://V.example/1.mp4?sig=secret"));

    assertThat(url).isEqualTo(same).hasSameHashCodeAs(same);
    assertThat(url).isNotEqualTo(WebUrl.ofUsual("https://v.example/1.mp4?sig=other"));
    assertThat(url).isNotEqualTo(URI.create(SIGNED)).hasToString("https://v.example/…");
  }
}
