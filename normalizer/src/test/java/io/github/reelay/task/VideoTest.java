package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoTest {
  private static final URI URL = URI.create("https://v.example/1.mp4?sig=secret");

  @Test
  void showsAllButQueries() {
    Video video =
        Video.at(URL)
            .thumbnailUrl(URI.create("https://t.example/1?sig=secret"))
            .previewUrl(URI.create("https://g.example/1?sig=secret"))
            .format("mp4")
            .duration(Duration.ofSeconds(10))
            .size(352, 640)
            .expiresAt(Instant.parse("2026-01-15T08:48:34Z"), true)
            .build();

    assertThat(video)
        .hasToString(
            "Video[https://v.example/…, format=mp4, duration=PT10S, width=352, height=640,"
                + " expiresAt=2026-01-15T08:48:34Z]");
  }

  @ParameterizedTest
  @CsvSource({
    "https://v.example, https://v.example",
    "https://v.example?a=secret, https://v.example",
    "https://user:secret@v.example:8443/secret?b=secret#secret, https://v.example/…",
    "https://a_b:99999x/p?secret, https://…/…",
    "https://u:secret@a_b:443/p?secret, https://a_b/…",
    "https://v.example/\u202egpj.exe?secret, https://v.example/…",
    "http://[::1]:80/p, http://[::1]/…"
  })
  void cutsUrls(URI url, String shown) {
    assertThat(Video.at(url).build()).hasToString("Video[" + shown + "]");
  }

  @Test
  void hasAUrl() {
    assertThatThrownBy(() -> Video.at(null).build())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("url");
  }

  @Test
  void estimatesNoAbsentExpiry() {
    assertThat(Video.at(URL).expiresAt(null, true).build().expiryEstimated()).isFalse();
    assertThat(Video.at(URL).expiresAt(Instant.EPOCH, false).build().expiryEstimated()).isFalse();
  }
}
