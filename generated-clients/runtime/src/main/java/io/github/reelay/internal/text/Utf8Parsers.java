package io.github.reelay.internal.text;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/**
 * Makes jackson-core's parsers of UTF-8. A {@link JsonFactory} makes the same ones, but it also
 * knows generators, readers and other encodings: a program would load their classes with its first
 * task, which takes longer than to read it. Safe for use by many threads.
 */
public final class Utf8Parsers {
  private static final int PARSER_FEATURES = JsonParser.Feature.collectDefaults();
  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final ByteQuadsCanonicalizer names = ByteQuadsCanonicalizer.createRoot();
  private final StreamReadConstraints limits;
  private final int features;

  /**
   * Parsers that remember the names of members for each other.
   *
   * @param intern whether the names are interned
   */
  public Utf8Parsers(StreamReadConstraints limits, boolean intern) {
    this.limits = limits;
    int defaults = JsonFactory.Feature.collectDefaults();
    int interning = JsonFactory.Feature.INTERN_FIELD_NAMES.getMask();
    this.features = intern ? defaults | interning : defaults & ~interning;
  }

  /** A parser of a body that is valid UTF-8; its messages do not quote the body. */
  public JsonParser parser(byte[] body) {
    IOContext context =
        new IOContext(
            limits,
            StreamWriteConstraints.defaults(),
            ErrorReportConfiguration.defaults(),
            JsonRecyclerPools.threadLocalPool().acquireAndLinkPooled(),
            ContentReference.redacted(),
            true);
    context.setEncoding(JsonEncoding.UTF8);
    int start = hasByteOrderMark(body) ? BYTE_ORDER_MARK_BYTES : 0;
    return new UTF8StreamJsonParser(
        context,
        PARSER_FEATURES,
        null,
        null,
        names.makeChild(features),
        body,
        start,
        body.length,
        start,
        false);
  }

  private static boolean hasByteOrderMark(byte[] body) {
    return body.length >= BYTE_ORDER_MARK_BYTES
        && body[0] == (byte) 0xef
        && body[1] == (byte) 0xbb
        && body[2] == (byte) 0xbf;
  }
}
