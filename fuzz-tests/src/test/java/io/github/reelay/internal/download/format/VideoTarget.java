package io.github.reelay.internal.download.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.reelay.fuzz.FuzzTarget;
import io.github.reelay.fuzz.Promise;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** A file that may be a video: what it begins with, and where its boxes end. */
public final class VideoTarget implements FuzzTarget {
  private static final String FTYP = "\0\0\0\u0018ftypisom\0\0\2\0isommp41";
  private static final String MOOV = "\0\0\0\u0010moov\0\0\0\u0008free";
  private static final String MDAT = "\0\0\0\12mdatxx";

  @Override
  public void take(byte[] input) throws IOException {
    String refusal = VideoSignature.refusal(input, input.length);
    Promise.check(refusal == null || !refusal.isBlank(), "a refusal to have words");
    VideoStructure whole = Mp4Boxes.examine(ByteReader.of(input, input.length), input.length);
    if (whole == VideoStructure.WHOLE) {
      byte[] longer = Arrays.copyOf(input, input.length + 1);
      Promise.check(
          Mp4Boxes.examine(ByteReader.of(longer, longer.length), longer.length)
              != VideoStructure.WHOLE,
          "a video with a byte behind its last box not to be whole");
      Promise.check(
          Mp4Boxes.examine(ByteReader.of(input, input.length - 1), input.length - 1)
              != VideoStructure.WHOLE,
          "a video without its last byte not to be whole");
    }
  }

  @Override
  public Map<String, byte[]> seeds() {
    return Map.of(
        "whole", bytes(FTYP + MOOV + MDAT),
        "fragments", bytes(FTYP + MOOV + "\0\0\0\u0008moof" + MDAT),
        "large", bytes(FTYP + MOOV + "\0\0\0\u0001mdat\0\0\0\0\0\0\0\u0012xx"),
        "open", bytes(FTYP + MOOV + "\0\0\0\0mdatxx"),
        "cut", bytes(FTYP + MOOV + "\0\0\0\u00ffmdatxx"),
        "page", bytes("<!DOCTYPE html><html></html>"),
        "json", bytes("{\"error\":{}}"),
        "webm", bytes("\u001a\u0045\u00df\u00a3\u009f\u0042\u0086\u0081\u0001"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
