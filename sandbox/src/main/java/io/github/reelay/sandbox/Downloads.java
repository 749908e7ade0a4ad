package io.github.reelay.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Serves the one video there is, at every address that was given out. */
final class Downloads {
  private final Links links;
  private final InstantSource clock;
  private final byte[] video = video();
  private final String tag = tag(video);

  Downloads(Links links, InstantSource clock) {
    this.links = links;
    this.clock = clock;
  }

  SandboxAnswer answer(Call call) {
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      return Pages.wrongMethod("GET, HEAD", call);
    }
    int status = links.status(call.path(), call.target().getRawQuery(), clock.instant());
    return switch (status) {
      case 200 -> part(call);
      case 410 -> Pages.plain(410, "this address has expired; query the task again");
      default ->
          Pages.plain(status, "expected an address as the task's answer shows it, found another");
    };
  }

  private SandboxAnswer part(Call call) {
    ByteRange range = wanted(call);
    if (range == null) {
      return answer(200, video);
    }
    if (!range.satisfiable()) {
      return answer(416, new byte[0]).with("Content-Range", "bytes */" + video.length);
    }
    byte[] part = Arrays.copyOfRange(video, range.first(), range.last() + 1);
    return answer(206, part)
        .with("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + video.length);
  }

  /** A range counts for GET only, and only for the file that the caller has begun with. */
  private @Nullable ByteRange wanted(Call call) {
    String begunWith = call.header("If-Range");
    boolean counts = call.method().equals("GET") && (begunWith == null || begunWith.equals(tag));
    return counts ? ByteRange.of(call.header("Range"), video.length) : null;
  }

  private SandboxAnswer answer(int status, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept-Ranges", "bytes");
    headers.put("ETag", tag);
    if (body.length > 0) {
      headers.put("Content-Type", "video/mp4");
    }
    return new SandboxAnswer(status, headers, body);
  }

  private static byte[] video() {
    try (InputStream in = Downloads.class.getResourceAsStream("video.mp4")) {
      if (in == null) {
        throw new IllegalStateException("expected video.mp4 beside the sandbox's classes");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read video.mp4 from the class path", e);
    }
  }

  private static String tag(byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    return "\"" + Long.toHexString(sum.getValue()) + "\"";
  }
}
