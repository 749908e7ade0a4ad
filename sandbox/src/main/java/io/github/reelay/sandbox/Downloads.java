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

/** Serves the sandbox's one video at every signed URL. */
final class Downloads {
  private final SignedUrls urls;
  private final InstantSource clock;
  private final byte[] video = video();
  private final String tag = tag(video);

  Downloads(SignedUrls urls, InstantSource clock) {
    this.urls = urls;
    this.clock = clock;
  }

  SandboxResponse respond(IncomingRequest request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return ErrorPages.wrongMethod("GET, HEAD", request);
    }
    int status = urls.status(request.path(), request.target().getRawQuery(), clock.instant());
    return switch (status) {
      case 200 -> part(request);
      case 410 -> ErrorPages.plain(410, "this address has expired; query the task again");
      default ->
          ErrorPages.plain(
              status, "expected an address as the task's response shows it, found another");
    };
  }

  private SandboxResponse part(IncomingRequest request) {
    ByteRange range = wanted(request);
    if (range == null) {
      return respond(200, video);
    }
    if (!range.satisfiable()) {
      return respond(416, new byte[0]).with("Content-Range", "bytes */" + video.length);
    }
    byte[] part = Arrays.copyOfRange(video, range.first(), range.last() + 1);
    return respond(206, part)
        .with("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + video.length);
  }

  /** A range counts for GET only, and only if {@code If-Range} names the same file. */
  private @Nullable ByteRange wanted(IncomingRequest request) {
    String begunWith = request.header("If-Range");
    boolean counts = request.method().equals("GET") && (begunWith == null || begunWith.equals(tag));
    return counts ? ByteRange.of(request.header("Range"), video.length) : null;
  }

  private SandboxResponse respond(int status, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept-Ranges", "bytes");
    headers.put("ETag", tag);
    if (body.length > 0) {
      headers.put("Content-Type", "video/mp4");
    }
    return new SandboxResponse(status, headers, body);
  }

  private static byte[] video() {
    try (InputStream in = Downloads.class.getResourceAsStream("video.mp4")) {
      if (in == null) {
        throw new IllegalStateException("expected video.mp4 next to the sandbox's classes");
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
