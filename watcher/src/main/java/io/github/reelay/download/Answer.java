package io.github.reelay.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer; its body is still to be read, but for what was looked at of its start.
 *
 * @param response the answer
 * @param target who gave it
 */
record Answer(ClassicHttpResponse response, Target target) {

  int status() {
    return response.getCode();
  }

  /** Who gave it, for a sentence. */
  String where() {
    return target.where();
  }

  boolean isRedirect() {
    return switch (status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The first header of that name, ignoring case; null if there is none. */
  @Nullable String header(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** The body. */
  HttpEntity body() {
    return Objects.requireNonNull(response.getEntity(), "entity");
  }

  /** The length of the body; -1 if it is not told. */
  long length() {
    return response.getEntity() == null ? 0 : response.getEntity().getContentLength();
  }

  /**
   * Looks at the start of the body, which stays to be read.
   *
   * @param most how many bytes; fewer only if the body ends before
   */
  byte[] peek(int most) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new byte[0];
    }
    InputStream body = entity.getContent();
    byte[] start = body.readNBytes(most);
    response.setEntity(
        new HttpEntityWrapper(entity) {
          private final InputStream all =
              new SequenceInputStream(new ByteArrayInputStream(start), body);

          @Override
          public InputStream getContent() {
            return all;
          }
        });
    return start;
  }

  /** Whether the body shows where it ends, so that a broken one is not taken for a whole one. */
  boolean showsItsEnd() {
    return length() >= 0 || body().isChunked();
  }
}
