package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://a.example/v.mp4?sig=S now | see https://a.example/… now",
        "HTTPS://u:p@a.example:8443?key=S | HTTPS://a.example:8443/…",
        "(http://[::1]:80/x) | (http://[::1]:80/…",
        "\"http://a.example\" | \"http://a.example\"",
        "http:\\/\\/a.example\\/v?sig=S | http://a.example/…",
        "next=https%3A%2F%2Fa.example%2Fv%3Fsig%3DS | next=https://a.example/…",
        "图片http://a.example/图?S，失败 | 图片http://a.example/…",
        "wss://a.example#S | wss://a.example/…",
        "s3://bucket/v.mp4?X-Amz-Signature=S | s3://bucket/…",
        "//cdn.example/v.mp4?sig=S | //cdn.example/v.mp4?…",
        "{\"u\":\"cdn.example/a/v.mp4?sig=S&x=1\"} | {\"u\":\"cdn.example/a/v.mp4?…\"}",
        "/v.mp4#S | /v.mp4?…",
        "is it this and/or that? | is it this and/or that?",
        "what?nothing | what?nothing",
        "no link: https and // | no link: https and //"
      })
  void showsOfAUrlTheHostAlone(String text, String shown) {
    assertThat(PageText.of(text)).isEqualTo(shown);
  }

  @Test
  void isPrintableAndCut() {
    assertThat(PageText.of("a\u202Eb\nc")).isEqualTo("a\\u202eb\\u000ac");
    assertThat(PageText.of("x".repeat(601))).isEqualTo("x".repeat(600) + "…");
    assertThat(PageText.of("😀".repeat(300) + "!", 3)).isEqualTo("😀…");
    assertThat(PageText.of(null)).isNull();
  }

  @Test
  void cutsNoUrlSoThatItsQueryIsShown() {
    String text = "y".repeat(590) + " https://a.example/" + "p".repeat(20_000) + "?sig=SIGNED";

    assertThat(PageText.of(text, 620)).endsWith(" https://a.example/…").doesNotContain("ppp");
  }
}
