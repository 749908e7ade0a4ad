package io.github.reelay.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.reelay.fuzz.FuzzTarget;
import io.github.reelay.fuzz.Promise;
import java.util.Map;

/** What a file begins with: an MP4, or something that has a name. */
public final class VideoCheckTarget implements FuzzTarget {

  @Override
  public void take(byte[] input) {
    String refusal = VideoCheck.refusal(input, input.length);
    Promise.check(refusal == null || !refusal.isBlank(), "a refusal to have words");
  }

  @Override
  public Map<String, byte[]> seeds() {
    return Map.of(
        "mp4", "\0\0\0\u0018ftypisom\0\0\2\0isommp41".getBytes(ISO_8859_1),
        "page", "<!DOCTYPE html><html></html>".getBytes(ISO_8859_1),
        "json", "{\"error\":{}}".getBytes(ISO_8859_1));
  }
}
