package io.github.reelay.download;

import io.github.reelay.internal.download.format.SampleVideos;
import java.nio.charset.StandardCharsets;

/**
 * One way in which a server responds.
 *
 * @param name in words
 * @param script what is sent for each request
 * @param ends what comes of it
 */
record Behaviour(String name, HostileServer.Script script, Ends ends) {
  static final byte[] VIDEO = SampleVideos.MP4;
  static final String BODY = new String(VIDEO, StandardCharsets.ISO_8859_1);
  static final String OK = "HTTP/1.1 200 OK\r\n";
  static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
  static final String SIZED = OK + "Content-Length: " + VIDEO.length + "\r\n";

  /** The connection stays open after the reply. */
  static Behaviour of(String name, String reply, Ends ends) {
    return new Behaviour(name, wire -> wire.say(reply), ends);
  }

  /** The server closes after the reply. */
  static Behaviour closing(String name, String reply, Ends ends) {
    return new Behaviour(name, wire -> wire.say(reply).close(), ends);
  }

  /** The server says the last part again and again, until the client is gone. */
  static Behaviour endless(String name, String start, String more, Ends ends) {
    return new Behaviour(name, wire -> wire.say(start).repeat(more), ends);
  }

  static String sized(String headers) {
    return SIZED + headers + "\r\n" + BODY;
  }

  /** With these bytes as one chunk and the last one after it. */
  static String chunk(String bytes) {
    return Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n";
  }

  static String zipped(byte[] bytes) {
    return new String(SampleVideos.gzip(bytes), StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return name;
  }
}
