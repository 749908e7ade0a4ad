package io.github.reelay.transport;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads the head of an answer and refuses one that ends before its blank line. The client's own
 * parser takes the end of the connection for the end of the head, and a cut answer for an empty
 * one.
 */
final class WholeHeadParser implements HttpMessageParser<ClassicHttpResponse> {

  private final DefaultHttpResponseParser parser;

  WholeHeadParser(Http1Config limits) {
    this.parser = new DefaultHttpResponseParser(limits);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    EndWatch watched = new EndWatch(in);
    try {
      ClassicHttpResponse head = parser.parse(buffer, watched);
      if (head == null || !watched.ended) {
        return head;
      }
    } catch (HttpException malformed) {
      if (!watched.ended) {
        throw malformed;
      }
    }
    throw new ConnectionClosedException();
  }

  /** Remembers whether the end was met. */
  private static final class EndWatch extends FilterInputStream {

    private boolean ended;

    EndWatch(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = super.read(bytes, offset, length);
      ended |= count < 0;
      return count;
    }
  }
}
