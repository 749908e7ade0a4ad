package io.github.reelay.internal.download.http;

import io.github.reelay.internal.http.IncomingResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The head of a response, whose body is still to be read.
 *
 * @param incomingResponse gives the head now and the body when it is read
 * @param target the target that sent it
 */
public record ResponseHead(IncomingResponse incomingResponse, RequestTarget target) {

  /** The HTTP status. */
  public int status() {
    return incomingResponse.status();
  }

  /** The host that sent it, for a sentence. */
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

  /** The body without its chunks, still compressed if the server compressed it. */
  public InputStream body() {
    return incomingResponse.body();
  }

  /** The length of the body; -1 if the response does not say. */
  public long length() {
    return incomingResponse.length();
  }

  /** As {@link IncomingResponse#peek}. */
  byte[] peek(int most) throws IOException {
    return incomingResponse.peek(most);
  }

  /**
   * Whether the end of the body is marked, by a length or by chunks, so that a broken connection is
   * noticed.
   */
  public boolean showsItsEnd() {
    return incomingResponse.showsItsEnd();
  }
}
