package io.github.reelay.internal.download.http;

import io.github.reelay.failure.RetryAfter;
import io.github.reelay.internal.download.format.VideoSignature;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a response means that the URL has expired, or that the file is not there yet.
 *
 * @param videoUrl the requested URL
 * @param mayBeLate whether the task ended so recently that the file may not be there yet
 * @param now the time of the request
 */
public record ErrorResponse(
    ResponseHead response, VideoUrl videoUrl, boolean mayBeLate, Instant now) {

  /** How the attempt ends; null if the response means neither. */
  public @Nullable AttemptResult result() throws IOException {
    return switch (response.status()) {
      case 200 -> ofBody();
      case 206 -> isOfTheStart() ? ofBody() : null;
      case 202, 204, 425 -> notReady();
      case 400, 404, 409 -> ofText(explanation(), true);
      case 401, 403, 410 -> ofText(explanation(), false);
      default -> null;
    };
  }

  /**
   * A response with bytes from the middle of a video is not examined, because such bytes may look
   * like anything.
   */
  private boolean isOfTheStart() {
    ContentRange range = ContentRange.parse(response.header("Content-Range"));
    return range != null && range.first() == 0;
  }

  /** A body that is empty, or begins like XML or JSON, is no video, whatever its content type. */
  private @Nullable AttemptResult ofBody() throws IOException {
    if (response.length() == 0) {
      return notReady();
    }
    byte[] start = response.peek(VideoSignature.HEAD);
    VideoHostErrorText head = VideoHostErrorText.of(start);
    if (!VideoHostErrorText.isGzip(start) && !head.isJson() && !head.isXml()) {
      return null;
    }
    VideoHostErrorText text = VideoHostErrorText.of(response.peek(VideoHostErrorText.MOST));
    boolean page = text.isHtml() || !(text.isJson() || text.isXml());
    return page ? null : ofText(text, true);
  }

  private @Nullable AttemptResult ofText(VideoHostErrorText text, boolean late) {
    int status = response.status();
    boolean denial = status == 200 || status == 400;
    boolean expired = text.saysExpired() || (denial && text.saysDenied());
    if (expired || (late && videoUrl.isExpired(now))) {
      return new AttemptResult.HttpError(status, expired, response.where());
    }
    return late ? notReady() : null;
  }

  private @Nullable AttemptResult notReady() {
    String after = response.header("Retry-After");
    return mayBeLate
        ? new AttemptResult.NotReady(after == null ? null : RetryAfter.parse(after, now))
        : null;
  }

  /**
   * The text of an error; as much of it as arrived if the connection breaks, because the status is
   * known.
   */
  private VideoHostErrorText explanation() {
    byte[] start = new byte[VideoHostErrorText.MOST];
    int count = 0;
    try {
      InputStream body = response.length() == 0 ? InputStream.nullInputStream() : response.body();
      for (int read = 0; read >= 0 && count < start.length; count += Math.max(0, read)) {
        read = body.read(start, count, start.length - count);
      }
    } catch (IOException cut) {
      // Uses the part that arrived before.
    }
    return VideoHostErrorText.of(Arrays.copyOf(start, count));
  }
}
