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
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** A connection to one host, for one request at a time. {@link #close} may come from any thread. */
public final class HttpConnection implements AutoCloseable {
  private static final int BUFFER = 8 * 1024;
  private static final int LARGEST_READ = 64 * 1024;
  private static final int MOST_INTERIM_ANSWERS = 100;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL = 200;

  private final Socket plain;
  private final Socket socket;
  private final EndWatch in;
  private final OutputStream out;
  private final SessionInputBufferImpl buffer;
  private final Http1Config config;
  private final DefaultHttpResponseParser parser;

  /**
   * Takes a connected socket over.
   *
   * @param plain what is to be closed
   * @param socket what is to be read and written; the same one, or the TLS over it
   */
  HttpConnection(Socket plain, Socket socket, HeadLimits limits) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = new EndWatch(socket.getInputStream());
    this.out = socket.getOutputStream();
    this.config = limits.config();
    this.buffer = new SessionInputBufferImpl(BUFFER, config.getMaxLineLength());
    this.parser = new DefaultHttpResponseParser(config);
  }

  /**
   * Sends a request and reads the head of its answer; interim answers are passed over.
   *
   * @param request the head of a request without a body, as it goes over the wire
   * @throws IOException if no complete head arrived
   */
  public IncomingResponse ask(String request) throws IOException {
    send(request.getBytes(StandardCharsets.ISO_8859_1));
    for (int interim = 0; interim <= MOST_INTERIM_ANSWERS; interim++) {
      try {
        ClassicHttpResponse head = head();
        if (head.getCode() >= FIRST_FINAL) {
          return new IncomingResponse(head, buffer, in, config);
        }
        if (head.getCode() == SWITCHING_PROTOCOLS) {
          break;
        }
      } catch (HttpException malformed) {
        throw new ProtocolException("expected an HTTP answer, found something else");
      }
    }
    throw new ProtocolException("expected a final answer, found interim ones");
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

  /** The parser takes the end of the connection for the end of the head; this does not. */
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
      throw new NoHttpResponseException("expected an answer, found the end");
    }
    if (in.ended) {
      throw new ConnectionClosedException();
    }
    return head;
  }

  /**
   * Whether it is known to be open and to hold nothing, so that what comes next is the answer to
   * the next request. Costs some system calls and waits for nothing.
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

  /** Whether nobody here has closed it. */
  public boolean isOpen() {
    return !plain.isClosed();
  }

  /** Closes it at once, without a goodbye that could wait for the other side. */
  @Override
  public void close() {
    closeQuietly(plain);
  }

  /** Of a socket that is given up nothing is to be learned any more. */
  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // The descriptor is released all the same.
    }
  }

  /**
   * Remembers whether the end was met. Reads in pieces, since a channel takes as much memory
   * outside the heap for each thread as is read at once.
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
