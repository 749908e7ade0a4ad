package io.github.reelay.download;

import static io.github.reelay.download.Behaviour.BODY;
import static io.github.reelay.download.Behaviour.OK;
import static io.github.reelay.download.Behaviour.SIZED;
import static io.github.reelay.download.Behaviour.closing;
import static io.github.reelay.download.Behaviour.endless;
import static io.github.reelay.download.Behaviour.of;
import static io.github.reelay.download.Behaviour.sized;
import static io.github.reelay.download.Ends.BROKEN;
import static io.github.reelay.download.Ends.EARLY;
import static io.github.reelay.download.Ends.LATE;
import static io.github.reelay.download.Ends.NOTHING;
import static io.github.reelay.download.Ends.NO_HTTP;
import static io.github.reelay.download.Ends.TOO_LONG;
import static io.github.reelay.download.Ends.WHOLE;
import static io.github.reelay.download.Ends.WHOLE_ONCE;
import static io.github.reelay.download.Ends.ends;

import java.util.stream.Stream;

/** What servers send for a head. */
final class HostileHeads {
  private HostileHeads() {}

  static Stream<Behaviour> all() {
    return Stream.of(statusLines(), headers(), interim(), bodiless(), breaks()).flatMap(s -> s);
  }

  private static Stream<Behaviour> statusLines() {
    String rest = SIZED.substring(OK.length()) + "\r\n" + BODY;
    return Stream.of(
        closing("no HTTP but a body, as in HTTP 0.9", BODY + "\r\n\r\n", NO_HTTP),
        closing("another protocol", "SSH-2.0-secret\r\n\r\n", NO_HTTP),
        of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", NO_HTTP),
        of("HTTP/2 in the status line", "HTTP/2.0 200 OK\r\n" + rest, WHOLE),
        of("HTTP/1.0", "HTTP/1.0 200 OK\r\n" + rest, WHOLE_ONCE),
        of("HTTP/1.0 kept alive", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\n" + rest, WHOLE),
        closing("HTTP/1.0 without a length", "HTTP/1.0 200 OK\r\n\r\n" + BODY, WHOLE_ONCE),
        of("HTTP/1.2", "HTTP/1.2 200 OK\r\n" + rest, WHOLE),
        of("no version", "HTTP 200 OK\r\n" + rest, NO_HTTP),
        of("another case", "http/1.1 200 OK\r\n" + rest, NO_HTTP),
        of("no reason", "HTTP/1.1 200\r\n" + rest, WHOLE),
        of("status 99", "HTTP/1.1 99 Low\r\n" + rest, NO_HTTP),
        of("status 000", "HTTP/1.1 000 None\r\n" + rest, NO_HTTP),
        of("status 1000", "HTTP/1.1 1000 High\r\n" + rest, NO_HTTP),
        of("status 099", "HTTP/1.1 099 Low\r\n\r\n" + sized(""), NO_HTTP),
        of(
            "status 600",
            "HTTP/1.1 600 High\r\n" + rest,
            ends("600 whole, kept", "UNREACHABLE, found status 600")),
        of("status -200", "HTTP/1.1 -200 OK\r\n" + rest, NO_HTTP),
        of("status 2OO in letters", "HTTP/1.1 2OO OK\r\n" + rest, NO_HTTP),
        of("no status", "HTTP/1.1 OK\r\n" + rest, NO_HTTP),
        of("blank lines before the head", "\r\n\r\n" + sized(""), WHOLE),
        endless("blank lines without end", "", "\r\n", TOO_LONG),
        endless("a status line without end", "HTTP/1.1 200 ", "x", TOO_LONG));
  }

  private static Stream<Behaviour> headers() {
    return Stream.of(
        of("200 headers", SIZED + "X: x\r\n".repeat(199) + "\r\n" + BODY, WHOLE),
        of("201 headers", SIZED + "X: x\r\n".repeat(200) + "\r\n" + BODY, TOO_LONG),
        endless("headers without end", OK, "X: x\r\n", TOO_LONG),
        endless("a header line without end", OK + "X: ", "x", TOO_LONG),
        endless("a folded line without end", OK + "X: x\r\n", " x\r\n", TOO_LONG),
        of("a folded line", sized("X: a\r\n b\r\n"), WHOLE),
        of("a header without a colon", sized("nonsense\r\n"), NO_HTTP),
        of("a header without a name", sized(": x\r\n"), NO_HTTP),
        of("a blank before the colon", sized("X : x\r\n"), NO_HTTP),
        of("a length with a blank before the colon", OK + "Content-Length : 9\r\n\r\n{}", NO_HTTP),
        of("lines that end without CR", sized("X: x\n").replace("\r\n", "\n"), WHOLE),
        of("a bare CR in a header", sized("X: a\rContent-Length: 1\r\n"), WHOLE),
        of("a blank within the name of a header", sized("X X: x\r\n"), NO_HTTP),
        of("a NUL in the name of a header", sized("X\0: x\r\n"), NO_HTTP),
        of("a name that is no token", sized("(X): x\r\n"), NO_HTTP),
        of("names that begin with a sign", sized("-x: y\r\n+x: y\r\n"), WHOLE),
        of("a NUL in a header", sized("X: a\0b\r\n"), WHOLE),
        of("bytes beyond ASCII in a header", sized("X: \u00e9\u00ff\r\n"), WHOLE));
  }

  private static Stream<Behaviour> interim() {
    String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n";
    return Stream.of(
        of("100 Continue before it", "HTTP/1.1 100 Continue\r\n\r\n" + sized(""), WHOLE),
        of("a hundred early hints before it", hints.repeat(100) + sized(""), WHOLE),
        of("a hundred and one early hints", hints.repeat(101) + sized(""), NO_HTTP),
        endless("100 Continue without end", "", "HTTP/1.1 100 Continue\r\n\r\n", NO_HTTP),
        endless("1xx with headers without end", "", hints, NO_HTTP),
        of("101 Switching Protocols", "HTTP/1.1 101 Switching\r\n\r\n" + sized(""), NO_HTTP),
        closing("100 Continue and no more", "HTTP/1.1 100 Continue\r\n\r\n", NOTHING),
        of(
            "417 Expectation Failed",
            "HTTP/1.1 417 No\r\nContent-Length: 2\r\n\r\n{}",
            ends(
                "417 2 bytes, kept",
                "REFUSED, expected the video from 127.0.0.1, found status 417")));
  }

  private static Stream<Behaviour> bodiless() {
    return Stream.of(
        of(
            "204 with a body",
            "HTTP/1.1 204 None\r\nContent-Length: 2\r\n\r\n{}",
            ends("204 0 bytes", "REFUSED, expected the video from 127.0.0.1, found status 204")),
        of(
            "204 without one",
            "HTTP/1.1 204 None\r\n\r\n",
            ends(
                "204 0 bytes, kept",
                "REFUSED, expected the video from 127.0.0.1, found status 204")),
        of(
            "304 with a body",
            "HTTP/1.1 304 Same\r\nContent-Length: 2\r\n\r\n{}",
            ends("304 0 bytes", "REFUSED, expected the video from 127.0.0.1, found status 304")),
        of(
            "304 with a length and no body",
            "HTTP/1.1 304 Same\r\nContent-Length: 9\r\n\r\n",
            ends(
                "304 0 bytes, kept",
                "REFUSED, expected the video from 127.0.0.1, found status 304")),
        of(
            "205 with a body",
            "HTTP/1.1 205 Reset\r\nContent-Length: 2\r\n\r\n{}",
            ends(
                "205 2 bytes, kept",
                "REFUSED, expected the video from 127.0.0.1, found status 205")),
        of(
            "200 with a length of 0",
            OK + "Content-Length: 0\r\n\r\n",
            ends(
                "200 0 bytes, kept",
                "NOT_A_VIDEO, expected a video from 127.0.0.1, found nothing; query the task for"
                    + " another URL, or look at this one")),
        closing("200 and no body, as for HEAD", SIZED + "\r\n", EARLY),
        closing(
            "200 and nothing",
            OK + "\r\n",
            ends("200 0 bytes", "UNREACHABLE, found that it ends early")),
        of(
            "a redirect to itself",
            "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
            ends(
                "302 0 bytes, kept",
                "TOO_MANY_REDIRECTS, expected a video after at most 5 redirects, found one more at"
                    + " 127.0.0.1")),
        of(
            "a redirect to nowhere",
            "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
            ends(
                "302 0 bytes, kept",
                "BAD_URL, expected an absolute http or https URL with a host, found one that makes"
                    + " no sense in redirect 1 from 127.0.0.1")),
        new Behaviour(
            "redirects that never come back",
            wire ->
                wire.say(
                    "HTTP/1.1 307 Go\r\nContent-Length: 0\r\nLocation: "
                        + wire.path()
                        + "a\r\n\r\n"),
            ends(
                "307 0 bytes, kept",
                "TOO_MANY_REDIRECTS, expected a video after at most 5 redirects, found one more at"
                    + " 127.0.0.1")));
  }

  private static Stream<Behaviour> breaks() {
    return Stream.of(
        closing("nothing, and closes", "", NOTHING),
        closing("a part of the status line, and closes", "HTTP/1.1 20", EARLY),
        closing("a status line, and closes", OK, EARLY),
        closing("a part of a header, and closes", OK + "Content-Le", EARLY),
        closing("headers without the blank line, and closes", SIZED, EARLY),
        new Behaviour("nothing, and resets", HostileServer.Wire::reset, BROKEN),
        new Behaviour("a part of the head, and resets", wire -> wire.say(SIZED).reset(), BROKEN),
        new Behaviour("a head that drips", wire -> wire.say(OK + "X: ").drip("x", 5), LATE),
        new Behaviour("headers that drip", wire -> wire.say(OK).drip("X: x\r\n", 20), LATE),
        new Behaviour(
            "interim responses that drip",
            wire -> wire.drip("HTTP/1.1 100 Go on\r\n\r\n", 20),
            LATE));
  }
}
