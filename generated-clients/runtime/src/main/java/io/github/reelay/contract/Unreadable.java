package io.github.reelay.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** From the parser's complaint to ours: its message may quote the body, so it is not passed on. */
final class Unreadable {
  private Unreadable() {}

  static UnreadableException because(IOException broken) {
    if (broken instanceof UnreadableException ours) {
      return ours;
    }
    if (broken instanceof StreamConstraintsException) {
      return new UnreadableException("expected JSON within the limits, found more" + at(broken));
    }
    if (broken instanceof JsonEOFException) {
      return new UnreadableException("expected a complete JSON object, found its beginning");
    }
    return new UnreadableException("expected JSON, found something else" + at(broken));
  }

  private static String at(IOException broken) {
    return broken instanceof JsonProcessingException json && json.getLocation() != null
        ? " at byte " + json.getLocation().getByteOffset()
        : "";
  }
}
