package io.github.reelay.download;

import static io.github.reelay.download.Behaviour.BODY;
import static io.github.reelay.download.Behaviour.CHUNKED;
import static io.github.reelay.download.Behaviour.OK;
import static io.github.reelay.download.Behaviour.SIZED;
import static io.github.reelay.download.Behaviour.VIDEO;
import static io.github.reelay.download.Behaviour.closing;
import static io.github.reelay.download.Behaviour.endless;
import static io.github.reelay.download.Behaviour.of;
import static io.github.reelay.download.Behaviour.sized;
import static io.github.reelay.download.Behaviour.zipped;
import static io.github.reelay.download.Ends.BAD_GZIP;
import static io.github.reelay.download.Ends.BROKEN;
import static io.github.reelay.download.Ends.EARLY;
import static io.github.reelay.download.Ends.LATE;
import static io.github.reelay.download.Ends.WHOLE;
import static io.github.reelay.download.Ends.WHOLE_ONCE;
import static io.github.reelay.download.Ends.ends;

import io.github.reelay.internal.download.format.SampleVideos;
import java.util.stream.Stream;

/** What servers send for a body, and what they do with the connection afterwards. */
final class HostileBodies {
  private HostileBodies() {}

  static Stream<Behaviour> all() {
    return Stream.of(gzip(), lastBytes(), connections()).flatMap(s -> s);
  }

  private static Stream<Behaviour> gzip() {
    String gzip = OK + "Content-Encoding: gzip\r\n";
    String named = "\u001f\u008b\b\b\0\0\0\0\0\0";
    String zip = zipped(VIDEO);
    String empty = zipped(new byte[0]);
    String length = "Content-Length: " + zip.length() + "\r\n\r\n";
    return Stream.of(
        of("gzip", gzip + length + zip, WHOLE),
        of("gzip that says nothing of it", OK + length + zip, ends("200 83 bytes, kept", "saved")),
        endless("a gzip header without end", gzip + "\r\n" + named, "n", BAD_GZIP),
        endless("empty gzip members without end", gzip + "\r\n", empty, BAD_GZIP),
        of(
            "a gzip bomb",
            gzip + "\r\n" + zipped(new byte[20_000_000]),
            ends(
                "200 1048577 bytes",
                "NOT_A_VIDEO, expected a video from 127.0.0.1, found something else; query the task"
                    + " for another URL, or look at this one")),
        of(
            "a gzip bomb of a video",
            gzip + "\r\n" + zipped(SampleVideos.join(VIDEO, new byte[20_000_000])),
            ends(
                "200 1048577 bytes",
                "TOO_LARGE, expected at most 1048576 bytes from 127.0.0.1, found more; allow more"
                    + " if this is meant")),
        of(
            "a wrong checksum",
            gzip + length + zip.substring(0, zip.length() - 8) + "\0".repeat(8),
            BAD_GZIP.keeping(5144)),
        closing("gzip that ends early", gzip + "\r\n" + zip.substring(0, zip.length() / 2), EARLY),
        of(
            "bytes after gzip",
            gzip + "Content-Length: " + (zip.length() + 4) + "\r\n\r\n" + zip + "more",
            WHOLE_ONCE),
        of(
            "no gzip although it says so",
            gzip + sized("").substring(OK.length()),
            ends("found damaged gzip data", "saved")),
        of(
            "another encoding",
            sized("Content-Encoding: br\r\n"),
            ends("found a content encoding other than gzip", "saved")),
        of(
            "gzip twice",
            sized("Content-Encoding: gzip, gzip\r\n"),
            ends("found a content encoding other than gzip", "saved")),
        new Behaviour(
            "gzip that drips",
            wire -> wire.say(gzip + "\r\n" + named + "\0").drip("\0\1\0\u00fe\u00ffx", 5),
            LATE));
  }

  private static Stream<Behaviour> lastBytes() {
    String half = BODY.substring(0, 100);
    return Stream.of(
        closing("a body without a length", OK + "\r\n" + BODY, WHOLE_ONCE),
        closing(
            "a body without a length that ends early",
            OK + "\r\n" + half,
            ends(
                "200 100 bytes",
                "UNREACHABLE, found an end that may not be that of the video, keeps 100")),
        closing("a body that ends early", SIZED + "\r\n" + half, EARLY.keeping(100)),
        of("a body longer than its length", sized("") + "more", WHOLE_ONCE),
        new Behaviour(
            "a part of the body, and resets",
            wire -> wire.say(SIZED + "\r\n" + half).reset(),
            BROKEN.keeping(100)),
        new Behaviour("a body that drips", wire -> wire.say(SIZED + "\r\n").drip("x", 5), LATE),
        new Behaviour("chunks that drip", wire -> wire.say(CHUNKED).drip("1\r\nx\r\n", 5), LATE),
        endless(
            "a body without end",
            OK + "\r\n" + BODY,
            "x",
            ends(
                "200 1048577 bytes",
                "TOO_LARGE, expected at most 1048576 bytes from 127.0.0.1, found more; allow more"
                    + " if this is meant")));
  }

  private static Stream<Behaviour> connections() {
    String stolen = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nstolen";
    return Stream.of(
        of("two responses to one request", sized("") + stolen, WHOLE_ONCE),
        of("half a response more", sized("") + stolen.substring(0, 20), WHOLE_ONCE),
        of("a blank line after the body", sized("") + "\r\n", WHOLE_ONCE),
        closing("a response, and closes", sized(""), WHOLE_ONCE),
        of("that it closes, and does not", sized("Connection: close\r\n"), WHOLE_ONCE),
        of("a list that holds close", sized("Connection: Upgrade, Close\r\n"), WHOLE_ONCE),
        of(
            "close and keep-alive in two headers",
            sized("Connection: keep-alive\r\nConnection: close\r\n"),
            WHOLE_ONCE),
        closing("that it keeps open, and closes", sized("Connection: keep-alive\r\n"), WHOLE_ONCE),
        of("to keep open for no time", sized("Keep-Alive: timeout=0\r\n"), WHOLE_ONCE));
  }
}
