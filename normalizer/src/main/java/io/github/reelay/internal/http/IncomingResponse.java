package io.github.reelay.internal.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** An answer whose head has been read, and whose body is still to be. */
public final class IncomingResponse {
  private static final Pattern TIMEOUT = Pattern.compile("(?i)timeout\\s*=\\s*(\\d{1,9})");

  private final ClassicHttpResponse head;
  private final long framing;
  private final Body wire;
  private InputStream body;

  IncomingResponse(
      ClassicHttpResponse head, SessionInputBuffer buffer, InputStream in, Http1Config config)
      throws HttpException {
    this.head = head;
    this.framing =
        hasBody(head.getCode()) ? DefaultContentLengthStrategy.INSTANCE.determineLength(head) : 0;
    this.wire =
        new Body(
            framing == ContentLengthStrategy.CHUNKED
                ? new ChunkedInputStream(buffer, in, config)
                : framing >= 0
                    ? new ContentLengthInputStream(buffer, in, framing)
                    : new IdentityInputStream(buffer, in));
    wire.ended = framing == 0;
    this.body = wire;
  }

  private static boolean hasBody(int status) {
    return status != 204 && status != 304;
  }

  /** The HTTP status. */
  public int status() {
    return head.getCode();
  }

  /** The first header of that name, ignoring case; null if there is none. */
  public @Nullable String header(String name) {
    Header header = head.getFirstHeader(name);
    return header == null ? null : value(header);
  }

  /** All headers, found whatever their case; not to be changed. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : head.getHeaders()) {
      headers.merge(header.getName(), List.of(value(header)), IncomingResponse::joined);
    }
    return Collections.unmodifiableMap(headers);
  }

  private static List<String> joined(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return Collections.unmodifiableList(all);
  }

  private static String value(Header header) {
    return Objects.requireNonNullElse(header.getValue(), "");
  }

  /** The length of the body; -1 if it is not told. */
  public long length() {
    return Math.max(framing, -1);
  }

  /** Whether the body shows where it ends, so that a broken one is not taken for a whole one. */
  public boolean showsItsEnd() {
    return framing >= 0 || framing == ContentLengthStrategy.CHUNKED;
  }

  /** The body, as it came over the wire. Closing it does nothing. */
  public InputStream body() {
    return body;
  }

  /**
   * Looks at the start of the body, which stays to be read.
   *
   * @param most how many bytes; fewer only if the body ends before
   */
  public byte[] peek(int most) throws IOException {
    byte[] start = body.readNBytes(most);
    body = new SequenceInputStream(new ByteArrayInputStream(start), body);
    return start;
  }

  /** Whether the connection can take another request: the body has been read to its end. */
  public boolean leavesConnectionOpen() {
    if (!wire.ended || !showsItsEnd() || hasTwoFramings()) {
      return false;
    }
    String connection = Objects.requireNonNullElse(header("Connection"), "");
    boolean current =
        head.getVersion() == null || head.getVersion().greaterEquals(HttpVersion.HTTP_1_1);
    String word = connection.toLowerCase(Locale.ROOT);
    return current ? !word.contains("close") : word.contains("keep-alive");
  }

  /** For how many seconds the server keeps the connection open; -1 if it does not tell. */
  public long keepAliveSeconds() {
    String value = header("Keep-Alive");
    Matcher told = value == null ? null : TIMEOUT.matcher(value);
    return told != null && told.find() ? Long.parseLong(told.group(1)) : -1;
  }

  /** A sender that says both a length and chunks may be made to disagree with its receiver. */
  private boolean hasTwoFramings() {
    return head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length");
  }

  /** Remembers whether its end was met; closing it leaves the wire alone, never drains it. */
  private static final class Body extends FilterInputStream {
    private boolean ended;

    Body(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      ended |= next < 0;
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      ended |= count < 0;
      return count;
    }

    @Override
    public void close() {
      // The connection is closed, or kept for the next request, by whoever owns it.
    }
  }
}
