package io.github.reelay.download;

import io.github.reelay.failure.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an answer is that of an expired URL, or that of a file which is not there yet.
 *
 * @param link what was asked for
 * @param mayBeLate whether the task ended so lately that the file may not be there yet
 * @param now when it was asked for
 */
record EarlyAnswer(Answer answer, Link link, boolean mayBeLate, Instant now) {

  /** How the attempt ends; null if the answer is to be judged in another way. */
  @Nullable Ending ending() throws IOException {
    return switch (answer.status()) {
      case 200 -> ofBody();
      case 206 -> isOfTheStart() ? ofBody() : null;
      case 202, 204, 425 -> notReady();
      case 400, 404, 409 -> ofText(explanation(), true);
      case 401, 403, 410 -> ofText(explanation(), false);
      default -> null;
    };
  }

  /** What comes from the middle of a video may look like anything. */
  private boolean isOfTheStart() {
    ContentRange range = ContentRange.parse(answer.header("Content-Range"));
    return range != null && range.first() == 0;
  }

  /** A body that is empty, or begins as XML or JSON do, is no video, whatever its type. */
  private @Nullable Ending ofBody() throws IOException {
    if (answer.length() == 0) {
      return notReady();
    }
    byte[] start = answer.peek(VideoCheck.HEAD);
    ErrorText head = ErrorText.of(start);
    if (!ErrorText.isGzip(start) && !head.isJson() && !head.isXml()) {
      return null;
    }
    ErrorText text = ErrorText.of(answer.peek(ErrorText.MOST));
    boolean page = text.isHtml() || !(text.isJson() || text.isXml());
    return page ? null : ofText(text, true);
  }

  private @Nullable Ending ofText(ErrorText text, boolean late) {
    int status = answer.status();
    boolean denial = status == 200 || status == 400;
    boolean expired = text.saysExpired() || (denial && text.saysDenied());
    if (expired || (late && link.isDead(now))) {
      return new Ending.Refused(status, expired, answer.where());
    }
    return late ? notReady() : null;
  }

  private @Nullable Ending notReady() {
    String after = answer.header("Retry-After");
    return mayBeLate
        ? new Ending.NotReady(after == null ? null : RetryAfter.parse(after, now))
        : null;
  }

  /** The text of an error; what came of it if it breaks off, since the status is known. */
  private ErrorText explanation() {
    byte[] start = new byte[ErrorText.MOST];
    int count = 0;
    try {
      InputStream body = answer.length() == 0 ? InputStream.nullInputStream() : answer.body();
      for (int read = 0; read >= 0 && count < start.length; count += Math.max(0, read)) {
        read = body.read(start, count, start.length - count);
      }
    } catch (IOException cut) {
      // Then what came before has to do.
    }
    return ErrorText.of(Arrays.copyOf(start, count));
  }
}
