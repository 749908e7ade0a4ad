package io.github.reelay.transport;

import io.github.reelay.exchange.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Reads an answer off the wire, and of its body no more than is of interest. */
final class IncomingAnswer {

  private IncomingAnswer() {}

  /**
   * Reads the body into that buffer, as far as its limit goes, counted after inflating. A body that
   * ends within it is read to its very end, which returns its connection for the next query; any
   * other connection is still in use and has to be closed, never drained.
   *
   * @throws IOException if the body ends early, is damaged, or has an encoding nobody asked for
   */
  static Exchange read(ClassicHttpResponse response, BodyBuffer buffer) throws IOException {
    boolean zipped = isZipped(response);
    HttpEntity entity = response.getEntity();
    byte[] body = new byte[0];
    if (entity != null) {
      InputStream wire = entity.getContent();
      body = zipped ? inflated(wire, buffer) : buffer.readAll(wire, entity.getContentLength());
    }
    return new Exchange(response.getCode(), headers(response, zipped), body);
  }

  private static byte[] inflated(InputStream wire, BodyBuffer buffer) throws IOException {
    ZippedBody zipped = new ZippedBody(wire);
    if (zipped.isEmpty()) {
      return new byte[0];
    }
    try (GZIPInputStream plain = new GZIPInputStream(zipped)) {
      return buffer.readAll(plain, -1);
    }
  }

  private static boolean isZipped(ClassicHttpResponse response) throws IOException {
    List<String> codings =
        Arrays.stream(response.getHeaders("Content-Encoding"))
            .map(header -> Objects.requireNonNullElse(header.getValue(), ""))
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.isEmpty()) {
      return false;
    }
    if (codings.equals(List.of("gzip")) || codings.equals(List.of("x-gzip"))) {
      return true;
    }
    throw new UnaskedEncodingException();
  }

  /** Of an inflated body the headers that describe its zipped form are left out. */
  private static Map<String, List<String>> headers(ClassicHttpResponse response, boolean zipped) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : response.getHeaders()) {
      headers
          .computeIfAbsent(header.getName(), name -> new ArrayList<>())
          .add(Objects.requireNonNullElse(header.getValue(), ""));
    }
    if (zipped) {
      headers.remove("Content-Encoding");
      headers.remove("Content-Length");
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(headers);
  }

  /** The body has an encoding that was not asked for. */
  static final class UnaskedEncodingException extends IOException {

    private static final long serialVersionUID = 1L;

    UnaskedEncodingException() {
      super("expected gzip or no content encoding, found another");
    }
  }
}
