package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.ContentCodings;
import io.github.reelay.internal.http.GzipBody;
import io.github.reelay.internal.http.Incoming;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads an answer off the wire, and of its body no more than is of interest. */
final class IncomingAnswer {

  private IncomingAnswer() {}

  /**
   * Reads the body into that buffer, as far as its limit goes, counted after inflating. A body that
   * ends within it is read to its very end, so that its connection can be used again.
   *
   * @throws IOException if the body ends early, is damaged, or has an encoding nobody asked for
   */
  static RecordedResponse read(Incoming incoming, BodyBuffer buffer) throws IOException {
    Map<String, List<String>> headers = incoming.headers();
    List<String> codings = headers.get("Content-Encoding");
    if (codings == null || !ContentCodings.isGzip(codings)) {
      byte[] body =
          incoming.length() == 0 ? new byte[0] : buffer.readAll(incoming.body(), incoming.length());
      return new RecordedResponse(incoming.status(), headers, body);
    }
    try (GzipBody plain = new GzipBody(incoming.body())) {
      byte[] body = buffer.readAll(plain, -1);
      return new RecordedResponse(incoming.status(), withoutZippedForm(headers), body);
    }
  }

  /** Of an inflated body the headers that describe its zipped form are left out. */
  private static Map<String, List<String>> withoutZippedForm(Map<String, List<String>> headers) {
    Map<String, List<String>> rest = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    rest.putAll(headers);
    rest.remove("Content-Encoding");
    rest.remove("Content-Length");
    return Collections.unmodifiableMap(rest);
  }
}
