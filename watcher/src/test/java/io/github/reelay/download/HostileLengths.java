package io.github.reelay.download;

import static io.github.reelay.download.Behaviour.BODY;
import static io.github.reelay.download.Behaviour.CHUNKED;
import static io.github.reelay.download.Behaviour.OK;
import static io.github.reelay.download.Behaviour.SIZED;
import static io.github.reelay.download.Behaviour.VIDEO;
import static io.github.reelay.download.Behaviour.chunk;
import static io.github.reelay.download.Behaviour.closing;
import static io.github.reelay.download.Behaviour.endless;
import static io.github.reelay.download.Behaviour.of;
import static io.github.reelay.download.Behaviour.sized;
import static io.github.reelay.download.Behaviour.zipped;
import static io.github.reelay.download.Ends.BAD_CHUNK;
import static io.github.reelay.download.Ends.EARLY;
import static io.github.reelay.download.Ends.NO_HTTP;
import static io.github.reelay.download.Ends.TOO_LONG;
import static io.github.reelay.download.Ends.WHOLE;
import static io.github.reelay.download.Ends.WHOLE_ONCE;
import static io.github.reelay.download.Ends.ends;

import java.util.stream.Stream;

/** What servers say of the length of a body, and how they cut it into chunks. */
final class HostileLengths {
  private static final String LAST = "0\r\n\r\n";

  private HostileLengths() {}

  static Stream<Behaviour> all() {
    return Stream.concat(lengths(), chunks());
  }

  private static Stream<Behaviour> lengths() {
    String length = "Content-Length: ";
    int size = VIDEO.length;
    return Stream.of(
        of("a length and its body", sized(""), WHOLE),
        of("the length twice", sized(length + size + "\r\n"), NO_HTTP),
        of("two lengths that differ", sized(length + "2\r\n"), NO_HTTP),
        of(
            "two lengths that differ, the other first",
            OK + length + "2\r\n" + sized("").substring(OK.length()),
            NO_HTTP),
        of(
            "a list of one length twice",
            OK + length + size + ", " + size + "\r\n\r\n" + BODY,
            NO_HTTP),
        of("a list of two lengths", OK + length + size + ", 2\r\n\r\n" + BODY, NO_HTTP),
        of("a negative length", OK + length + "-1\r\n\r\n" + BODY, NO_HTTP),
        of("a length with a plus", OK + length + "+" + size + "\r\n\r\n" + BODY, NO_HTTP),
        of("a length that is no number", OK + length + "many\r\n\r\n" + BODY, NO_HTTP),
        of("a length in hexadecimal", OK + length + "0x10\r\n\r\n" + BODY, NO_HTTP),
        of("an empty length", OK + length + "\r\n\r\n" + BODY, NO_HTTP),
        of("a length beyond 64 bits", OK + length + "99999999999999999999\r\n\r\n" + BODY, NO_HTTP),
        of("the length as a fraction", OK + length + size + ".0\r\n\r\n" + BODY, NO_HTTP),
        closing(
            "a length of 8 EiB",
            OK + length + Long.MAX_VALUE + "\r\n\r\n" + BODY,
            ends(
                "found that it ends early",
                "TOO_LARGE, expected at most 1048576 bytes from 127.0.0.1, found more; allow more"
                    + " if this is meant")),
        of(
            "a length and chunks",
            SIZED + CHUNKED.substring(OK.length()) + chunk(BODY) + LAST,
            WHOLE_ONCE),
        of(
            "chunks in chunks",
            OK + "Transfer-Encoding: chunked, chunked\r\n\r\n" + chunk(BODY) + LAST,
            NO_HTTP),
        of(
            "gzip as transfer encoding",
            OK + "Transfer-Encoding: gzip, chunked\r\n\r\n" + chunk(zipped(VIDEO)) + LAST,
            NO_HTTP),
        of(
            "an unknown transfer encoding",
            OK + "Transfer-Encoding: secret\r\n\r\n" + BODY,
            NO_HTTP),
        of(
            "chunked in other letters",
            OK + "Transfer-Encoding: CHUNKED\r\n\r\n" + chunk(BODY) + LAST,
            WHOLE),
        of(
            "identity as transfer encoding next to a length",
            SIZED + "Transfer-Encoding: identity\r\n\r\n" + BODY,
            NO_HTTP));
  }

  private static Stream<Behaviour> chunks() {
    return Stream.of(
        of(
            "two chunks",
            CHUNKED + chunk(BODY.substring(0, 100)) + chunk(BODY.substring(100)) + LAST,
            WHOLE),
        of("a chunk size that is none", CHUNKED + "secret\r\n" + BODY, BAD_CHUNK),
        of("an empty chunk size", CHUNKED + "\r\n" + BODY, BAD_CHUNK),
        of("a negative chunk size", CHUNKED + "-5\r\n" + BODY, BAD_CHUNK),
        of("a chunk size with a plus", CHUNKED + "+" + chunk(BODY) + LAST, BAD_CHUNK),
        of("a chunk size with a blank and a plus", CHUNKED + " +" + chunk(BODY) + LAST, BAD_CHUNK),
        of("a chunk size with a tab and a plus", CHUNKED + "\t+" + chunk(BODY) + LAST, BAD_CHUNK),
        of(
            "a chunk size with a plus and a colon in its extension",
            CHUNKED + "+" + chunk(BODY).replaceFirst("\r\n", ";a=\"b:c\"\r\n") + LAST,
            BAD_CHUNK),
        of(
            "a last chunk of a blank and minus zero",
            CHUNKED + chunk(BODY) + " -0\r\n\r\n",
            BAD_CHUNK.keeping(5144)),
        of(
            "a trailer whose name begins with a minus",
            CHUNKED + chunk(BODY) + "0\r\n-x: y\r\n\r\n",
            WHOLE),
        of(
            "a last chunk of minus zero",
            CHUNKED + chunk(BODY) + "-0\r\n\r\n",
            BAD_CHUNK.keeping(5144)),
        of("a chunk size with 0x", CHUNKED + "0x" + chunk(BODY) + LAST, BAD_CHUNK),
        of("a chunk size beyond 64 bits", CHUNKED + "fffffffffffffffff\r\n" + BODY, BAD_CHUNK),
        of(
            "a chunk size of minus one in 64 bits",
            CHUNKED + "ffffffffffffffff\r\n" + BODY,
            BAD_CHUNK),
        closing("a chunk of 8 EiB", CHUNKED + "7fffffffffffffff\r\n" + BODY, EARLY.keeping(5144)),
        of("a chunk longer than its size", CHUNKED + "2\r\n" + BODY + "\r\n" + LAST, BAD_CHUNK),
        closing("a chunk shorter than its size", CHUNKED + "ffff\r\n" + BODY, EARLY.keeping(5144)),
        closing("no last chunk", CHUNKED + chunk(BODY), EARLY.keeping(5144)),
        of(
            "a chunk extension",
            CHUNKED + chunk(BODY).replaceFirst("\r\n", ";a=b\r\n") + LAST,
            WHOLE),
        endless("a chunk extension without end", CHUNKED + "2;", "x", TOO_LONG),
        endless("a chunk size without end", CHUNKED, "0", TOO_LONG),
        of("a trailer", CHUNKED + chunk(BODY) + "0\r\nX: x\r\n\r\n", WHOLE),
        of(
            "a trailer that is none",
            CHUNKED + chunk(BODY) + "0\r\nsecret\r\n\r\n",
            BAD_CHUNK.keeping(5144)),
        closing("a trailer that ends early", CHUNKED + chunk(BODY) + "0\r\nX: x", WHOLE_ONCE),
        endless(
            "trailers without end",
            CHUNKED + chunk(BODY) + "0\r\n",
            "X: x\r\n",
            TOO_LONG.keeping(5144)),
        endless(
            "a trailer line without end",
            CHUNKED + chunk(BODY) + "0\r\nX: ",
            "x",
            TOO_LONG.keeping(5144)));
  }
}
