package io.github.reelay.internal.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** A response whose head has been read, and whose body has not. */
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
    this.framing = hasBody(head.getCode()) ? framing(head) : 0;
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

  /** The strategy takes a length with a sign; none may have one (RFC 9110, 8.6). */
  private static long framing(ClassicHttpResponse head) throws HttpException {
    Header length = head.getFirstHeader("Content-Length");
    if (length != null && value(length).startsWith("+")) {
      throw new ProtocolException("expected a length of digits, found another");
    }
    return DefaultContentLengthStrategy.INSTANCE.determineLength(head);
  }

  /** The final status, 200 or higher: interim responses were skipped. */
  public int status() {
    return head.getCode();
  }

  /** The first header of that name, ignoring case; null if there is none. */
  public @Nullable String header(String name) {
    Header header = head.getFirstHeader(name);
    return header == null ? null : value(header);
  }

  /** The values of all headers of that name, ignoring case. */
  public List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : head.getHeaders(name)) {
      values.add(value(header));
    }
    return values;
  }

  /** All headers, found whatever their case; unmodifiable. */
  public Map<String, List<String>> headers() {
    return headersWithout(List.of());
  }

  /** All headers but those of these names, ignoring case; unmodifiable. */
  public Map<String, List<String>> headersWithout(List<String> names) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : head.getHeaders()) {
      if (!isAmong(names, header.getName())) {
        headers.merge(header.getName(), List.of(value(header)), IncomingResponse::joined);
      }
    }
    return Collections.unmodifiableMap(headers);
  }

  private static boolean isAmong(List<String> names, String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> joined(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return Collections.unmodifiableList(all);
  }

  /**
   * The value without characters that another reader could take for the end of its line (RFC 9110,
   * 5.5).
   */
  private static String value(Header header) {
    String value = Objects.requireNonNullElse(header.getValue(), "");
    return value.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  /** The length of the body; -1 if the response does not say. */
  public long length() {
    return Math.max(framing, -1);
  }

  /**
   * Whether the end of the body is marked, by a length or by chunks, so that a broken connection is
   * noticed.
   */
  public boolean showsItsEnd() {
    return framing >= 0 || framing == ContentLengthStrategy.CHUNKED;
  }

  /** The body as it was sent, still compressed. Closing it does nothing. */
  public InputStream body() {
    return body;
  }

  /**
   * The first bytes of the body, which remain to be read.
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
    boolean current =
        head.getVersion() == null || head.getVersion().greaterEquals(HttpVersion.HTTP_1_1);
    return !isSaid("close") && (current || isSaid("keep-alive"));
  }

  /** Whether one of the {@code Connection} headers holds that option. */
  private boolean isSaid(String option) {
    for (Header header : head.getHeaders("Connection")) {
      for (String said : value(header).split(",")) {
        if (said.strip().equalsIgnoreCase(option)) {
          return true;
        }
      }
    }
    return false;
  }

  /** For how many seconds the server keeps the connection open; -1 if it does not say. */
  public long keepAliveSeconds() {
    String value = header("Keep-Alive");
    Matcher found = value == null ? null : TIMEOUT.matcher(value);
    return found != null && found.find() ? Long.parseLong(found.group(1)) : -1;
  }

  /** Refuses both a length and chunks, because sender and receiver may disagree on which counts. */
  private boolean hasTwoFramings() {
    return head.containsHeader("Transfer-Encoding") && head.containsHeader("Content-Length");
  }

  /** Remembers whether its end was read; closing it neither closes nor drains the connection. */
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
      // The owner of the connection closes it, or keeps it for the next request.
    }
  }
}
