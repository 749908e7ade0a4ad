package io.github.reelay.download;

import java.util.Objects;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer; its body is still to be read.
 *
 * @param response the answer
 * @param target who gave it
 */
record Answer(ClassicHttpResponse response, Target target) {

  int status() {
    return response.getCode();
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

  /** Whether the body shows where it ends, so that a broken one is not taken for a whole one. */
  boolean showsItsEnd() {
    return length() >= 0 || body().isChunked();
  }
}
