package io.github.reelay.internal.download.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoSignatureTest {

  @ParameterizedTest
  @CsvSource({
    "'  <!doctype html><html>', an HTML page",
    "'\u00ef\u00bb\u00bf<html><head></head>', an HTML page",
    "'<HTML><BODY>', an HTML page",
    "'<?xml version=\"1.0\"?><Error>', XML",
    "'\u00ef\u00bb\u00bf\n<Error><Code>', XML",
    "'<svg xmlns=\"a\">', XML",
    "'{\"error\":\"expired\"}', JSON",
    "'\n\t {\"error\":\"expired\"}', JSON",
    "'callback({\"error\":\"expired\"})', something else",
    "'Get free videos at once', something else",
    "'The mdat is not ready yet', something else",
    "'    ftyp is what an MP4 has', something else",
    "'[{\"error\":1},{},{},{}]', JSON",
    "'Expired. Ask again later.', something else",
    "'', nothing",
    "'\0\0\0\u0018ftypisom', something else",
    "'ftypisom01234567', something else"
  })
  void knowsBodiesThatAreNoVideo(String body, String found) {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(VideoSignature.refusal(bytes, bytes.length)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"isom", "mp42", "qt  "})
  void takesEveryBrand(String brand) {
    byte[] head = ("\0\0\0\u0018ftyp" + brand + "\0\0\2\0").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(VideoSignature.refusal(head, VideoSignature.HEAD)).isNull();
  }
}
