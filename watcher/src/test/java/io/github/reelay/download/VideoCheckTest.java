package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoCheckTest {

  @ParameterizedTest
  @CsvSource({
    "text/html, an HTML page",
    "TEXT/HTML; charset=utf-8, an HTML page",
    "application/xhtml+xml, an HTML page",
    "application/json, JSON",
    "application/problem+json, JSON"
  })
  void knowsTypesThatAreNoVideo(String type, String found) {
    assertThat(VideoCheck.refusal(type)).isEqualTo(found);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "video/mp4", "application/octet-stream", "binary/octet-stream", "text/plain"})
  void letsOtherTypesPass(String type) {
    assertThat(VideoCheck.refusal(type)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'  <!doctype html><html>', an HTML page",
    "'\u00ef\u00bb\u00bf<html><head></head>', an HTML page",
    "'{\"error\":\"expired\"}', JSON",
    "'[{\"error\":1},{},{},{}]', JSON",
    "'Expired. Ask again later.', something else",
    "'', nothing",
    "'\0\0\0\u0018ftypisom', something else",
    "'ftypisom01234567', something else"
  })
  void knowsBodiesThatAreNoVideo(String body, String found) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    byte[] head = new byte[VideoCheck.HEAD];
    int count = Math.min(bytes.length, head.length);
    System.arraycopy(bytes, 0, head, 0, count);

    assertThat(VideoCheck.refusal(head, count)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"isom", "mp42", "qt  "})
  void takesEveryBrand(String brand) {
    byte[] head = ("\0\0\0\u0018ftyp" + brand + "\0\0\2\0").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(VideoCheck.refusal(head, VideoCheck.HEAD)).isNull();
  }
}
