package io.github.reelay.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/** A connection to one host, for one request at a time. {@link #close} may come from any thread. */
public final class HttpConnection implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;
  private static final int LARGEST_READ = 64 * 1024;
  private static final int MOST_INTERIM_RESPONSES = 100;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL = 200;
  private static final int LOWEST_STATUS = 100;

  private final Socket plain;
  private final Socket socket;
  private final EndWatch in;
  private final OutputStream out;
  private final UnsignedSizes buffer;
  private final Http1Config config;
  private final DefaultHttpResponseParser parser;
  private final @Nullable ProxyClient via;

  /**
   * A connection over a connected socket.
   *
   * @param plain the socket to close
   * @param socket the socket to read and write: the same one, or the TLS socket over it
   * @param via the proxy that receives the requests; null if the host does, also through a tunnel
   */
  HttpConnection(Socket plain, Socket socket, HeadLimits limits, @Nullable ProxyClient via)
      throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new EndWatch(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.config = limits.config();
    this.buffer = new UnsignedSizes(config.getMaxLineLength());
    this.parser = new DefaultHttpResponseParser(config);
    this.via = via;
  }

  /**
   * Sends a request and reads the head of its response; interim responses are skipped.
   *
   * @param request the head of a request without a body, as the host takes it, with {@code Host} as
   *     its first header
   * @throws IOException if no complete head arrived
   * @throws ProxyException if a proxy receives the requests and demands other credentials
   */
  public IncomingResponse exchange(String request) throws IOException {
    String text = via == null ? request : via.absolute(request);
    send(text.getBytes(StandardCharsets.ISO_8859_1));
    buffer.inBody = false;
    for (int interim = 0; interim <= MOST_INTERIM_RESPONSES; interim++) {
      try {
        ClassicHttpResponse head = head();
        if (head.getCode() >= FIRST_FINAL) {
          if (via != null) {
            via.check(head.getCode());
          }
          buffer.inBody = true;
          return new IncomingResponse(head, buffer, in, config);
        }
        if (head.getCode() == SWITCHING_PROTOCOLS) {
          break;
        }
      } catch (HttpException | IllegalArgumentException malformed) {
        throw new ProtocolException("expected an HTTP response, found something else");
      }
    }
    throw new ProtocolException("expected a final response, found interim ones");
  }

  private void send(byte[] request) throws IOException {
    try {
      out.write(request);
      out.flush();
    } catch (SSLException | SocketException broken) {
      throw broken;
    } catch (IOException broken) {
      SocketException failure = new SocketException("expected to send a request, found no way");
      failure.initCause(broken);
      throw failure;
    }
  }

  /** The parser accepts the end of the connection as the end of the head; this does not. */
  private ClassicHttpResponse head() throws IOException, HttpException {
    ClassicHttpResponse head;
    try {
      head = parser.parse(buffer, in);
    } catch (HttpException malformed) {
      if (in.ended) {
        throw new ConnectionClosedException();
      }
      throw malformed;
    }
    if (head == null) {
      throw new NoHttpResponseException("expected a response, found the end");
    }
    if (in.ended) {
      throw new ConnectionClosedException();
    }
    check(head);
    return head;
  }

  /** The parser lets a status below 100 through, and names that are no token. */
  private static void check(ClassicHttpResponse head) throws HttpException {
    boolean sound = head.getCode() >= LOWEST_STATUS;
    for (Header header : head.getHeaders()) {
      sound &= HeaderSyntax.isName(header.getName());
    }
    if (!sound) {
      throw new HttpException("expected a status and header names, found others");
    }
  }

  /**
   * Whether it is known to be open and to have no unread bytes, so that the next bytes are the
   * response to the next request. Takes some system calls and does not wait.
   */
  public boolean isClean() {
    SocketChannel channel = plain.getChannel();
    try {
      if (channel == null || buffer.hasBufferedData() || socket.getInputStream().available() > 0) {
        return false;
      }
      channel.configureBlocking(false);
      int count = channel.read(ByteBuffer.allocate(1));
      channel.configureBlocking(true);
      return count == 0;
    } catch (IOException broken) {
      return false;
    }
  }

  /** Whether more was received than the response that was read. */
  boolean hasBuffered() {
    return buffer.hasBufferedData();
  }

  /** Whether this process has not closed it. */
  public boolean isOpen() {
    return !plain.isClosed();
  }

  /**
   * Closes it immediately, without the closing messages of TLS, which could wait for the server.
   */
  @Override
  public void close() {
    closeQuietly(plain);
  }

  /** Closes a socket whose failure to close does not matter any more. */
  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // The descriptor is released all the same.
    }
  }

  /** The parser of chunks takes a size with a sign; none may have one (RFC 9112, 7.1). */
  private static final class UnsignedSizes extends SessionInputBufferImpl {
    private boolean inBody;

    UnsignedSizes(int longestLine) {
      super(BUFFER, longestLine);
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream in) throws IOException {
      int length = super.readLine(line, in);
      if (inBody && length > 0 && isSigned(line)) {
        throw new MalformedChunkCodingException("expected no sign at the start, found one");
      }
      return length;
    }

    /** Whether it begins with a sign, as the name of a header may, which is before a colon. */
    private static boolean isSigned(CharArrayBuffer line) {
      int start = 0;
      while (start < line.length() && line.charAt(start) <= ' ') {
        start++; // the parser drops them too
      }
      boolean sign = start < line.length() && "+-".indexOf(line.charAt(start)) >= 0;
      int extension = line.indexOf(';');
      int colon = line.indexOf(':');
      return sign && (colon < 0 || extension >= 0 && extension < colon);
    }
  }

  /**
   * Remembers whether the end was read. Reads in pieces, because a channel takes as much memory
   * outside the heap, for each thread, as one read requests.
   */
  private static final class EndWatch extends FilterInputStream {
    private boolean ended;

    EndWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, Math.min(length, LARGEST_READ));
      ended |= count < 0;
      return count;
    }
  }
}
