package io.github.reelay.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads the head of an answer and refuses one that ends before its blank line: the parser that it
 * wraps takes the end of the connection for the end of the head, and would follow half a location.
 */
final class WholeHead implements HttpMessageParser<ClassicHttpResponse> {
  private final DefaultHttpResponseParser parser;

  private WholeHead(Http1Config config) {
    this.parser = new DefaultHttpResponseParser(config);
  }

  /** A connection that reads heads so. */
  static DefaultBHttpClientConnection connection(Http1Config config) {
    return new DefaultBHttpClientConnection(
        config, null, null, null, null, null, given -> new WholeHead(config));
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, HttpException {
    EndWatch watched = new EndWatch(in);
    ClassicHttpResponse head;
    try {
      head = parser.parse(buffer, watched);
    } catch (HttpException malformed) {
      if (!watched.ended) {
        throw malformed;
      }
      throw new ConnectionClosedException();
    }
    if (head != null && watched.ended) {
      throw new ConnectionClosedException();
    }
    return head;
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
