package io.github.reelay.transport;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.http.ContentCodings;
import io.github.reelay.internal.http.GzipBody;
import io.github.reelay.internal.http.IncomingResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads a response from its connection, and of its body no more than its limit. */
final class ResponseReader {
  /** What describes the compressed form of a body that is inflated here. */
  private static final List<String> OF_ZIPPED_FORM = List.of("Content-Encoding", "Content-Length");

  private ResponseReader() {}

  /**
   * Reads the body into that buffer, as far as its limit goes, counted after inflating. A body that
   * ends within it is read to its very end, so that its connection can be used again.
   *
   * @throws IOException if the body ends early, is damaged, or has an encoding that was not
   *     requested
   */
  static RecordedResponse read(IncomingResponse incomingResponse, BodyBuffer buffer)
      throws IOException {
    List<String> codings = incomingResponse.values("Content-Encoding");
    if (codings.isEmpty() || !ContentCodings.isGzip(codings)) {
      byte[] body =
          incomingResponse.length() == 0
              ? new byte[0]
              : buffer.readAll(incomingResponse.body(), incomingResponse.length());
      return new RecordedResponse(incomingResponse.status(), incomingResponse.headers(), body);
    }
    Map<String, List<String>> headers = incomingResponse.headersWithout(OF_ZIPPED_FORM);
    try (GzipBody plain = new GzipBody(incomingResponse.body())) {
      byte[] body = buffer.readAll(plain, -1);
      return new RecordedResponse(incomingResponse.status(), headers, body);
    }
  }
}
