package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.IncomingResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer; its body is still to be read, but for what was looked at of its start.
 *
 * @param incomingResponse the answer
 * @param target who gave it
 */
public record ResponseHead(IncomingResponse incomingResponse, RequestTarget target) {

  /** The HTTP status. */
  public int status() {
    return incomingResponse.status();
  }

  /** Who gave it, for a sentence. */
  public String where() {
    return target.where();
  }

  boolean isRedirect() {
    return switch (status()) {
      case 301, 302, 303, 307, 308 -> true;
      default -> false;
    };
  }

  /** The first header of that name, ignoring case; null if there is none. */
  public @Nullable String header(String name) {
    return incomingResponse.header(name);
  }

  /** The body. */
  public InputStream body() {
    return incomingResponse.body();
  }

  /** The length of the body; -1 if it is not told. */
  public long length() {
    return incomingResponse.length();
  }

  /** As {@link IncomingResponse#peek}. */
  byte[] peek(int most) throws IOException {
    return incomingResponse.peek(most);
  }

  /** Whether the body shows where it ends, so that a broken one is not taken for a whole one. */
  public boolean showsItsEnd() {
    return incomingResponse.showsItsEnd();
  }
}
