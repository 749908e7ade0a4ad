package io.github.reelay.download;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.reelay.fuzz.FuzzTarget;
import io.github.reelay.fuzz.Promise;
import java.util.Arrays;
import java.util.Map;

/** What a file begins with: an MP4, or something that has a name. */
public final class VideoCheckTarget implements FuzzTarget {

  @Override
  public void take(byte[] input) {
    byte[] head = Arrays.copyOf(input, Math.min(input.length, VideoCheck.HEAD));
    String refusal = VideoCheck.refusal(head, head.length);
    Promise.check(
        refusal != null || new String(head, ISO_8859_1).startsWith("ftyp", 4),
        "nothing to be a video that does not begin as one");
    String type = VideoCheck.refusal(new String(input, ISO_8859_1));
    Promise.check(type == null || !type.isBlank(), "a refusal to have words");
  }

  @Override
  public Map<String, byte[]> seeds() {
    return Map.of(
        "mp4", "\0\0\0\u0018ftypisom\0\0\2\0isommp41".getBytes(ISO_8859_1),
        "page", "<!DOCTYPE html><html></html>".getBytes(ISO_8859_1),
        "json", "{\"error\":{}}".getBytes(ISO_8859_1),
        "type", "text/html; charset=utf-8".getBytes(ISO_8859_1));
  }
}
