package io.github.reelay.contract;

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
 * Makes jackson-core's parsers of UTF-8 within the {@link BodyLimits}. A {@link JsonFactory} makes
 * the same ones, but it also knows generators, readers and other encodings: a program would load
 * their classes with its first task, which takes longer than to read it.
 */
final class BodyParsers {
  /** The largest body whose member names are remembered for the next one: 64 KiB. */
  private static final int COMMON_BODY = 64 << 10;

  /** Shared by small bodies, so that each member name is decoded once; refuses a long name. */
  private static final BodyParsers COMMON = new BodyParsers(BodyLimits.NAME_LENGTH, true);

  private static final int PARSER_FEATURES = JsonParser.Feature.collectDefaults();
  private static final int BYTE_ORDER_MARK_BYTES = 3;

  private final ByteQuadsCanonicalizer names = ByteQuadsCanonicalizer.createRoot();
  private final StreamReadConstraints limits;
  private final int features;

  private BodyParsers(int nameLength, boolean intern) {
    this.limits =
        StreamReadConstraints.builder()
            .maxDocumentLength(BodyLimits.BODY_BYTES)
            .maxNestingDepth(BodyLimits.SKIPPED_DEPTH)
            .maxStringLength(BodyLimits.BODY_BYTES)
            .maxNameLength(nameLength)
            .maxNumberLength(BodyLimits.BODY_BYTES)
            .build();
    int defaults = JsonFactory.Feature.collectDefaults();
    int interning = JsonFactory.Feature.INTERN_FIELD_NAMES.getMask();
    this.features = intern ? defaults | interning : defaults & ~interning;
  }

  /**
   * A parser of a body, which is valid UTF-8. It fails at a name of more than {@link
   * BodyLimits#NAME_LENGTH} in a small body, which is then parsed again by {@link #ofOneBody}.
   */
  static JsonParser of(byte[] body) {
    return body.length <= COMMON_BODY ? COMMON.parser(body) : ofOneBody(body);
  }

  /** Takes names of any length, and they are garbage together with the body. */
  static JsonParser ofOneBody(byte[] body) {
    return new BodyParsers(BodyLimits.BODY_BYTES, false).parser(body);
  }

  private JsonParser parser(byte[] body) {
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
