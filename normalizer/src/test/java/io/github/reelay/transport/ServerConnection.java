package io.github.reelay.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The server's end of one connection. */
final class ServerConnection implements AutoCloseable {

  private static final String END_OF_HEAD = "\r\n\r\n";

  private final Socket socket;
  private final BlockingQueue<String> heads;
  private final CountDownLatch ended = new CountDownLatch(1);

  ServerConnection(Socket socket, BlockingQueue<String> heads) {
    this.socket = socket;
    this.heads = heads;
  }

  /** The head of the next request; null if the client closes instead. */
  @Nullable String request() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    heads.add(text);
    return text;
  }

  ServerConnection say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  ServerConnection say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** A complete response that keeps the connection open. */
  ServerConnection respond(String body) throws IOException {
    return say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  /** Responds to every request until the client closes. */
  void respondAll(String body) throws IOException {
    while (request() != null) {
      respond(body);
    }
  }

  /** Responds to every request with its own target. */
  void echoAll() throws IOException {
    for (String head = request(); head != null; head = request()) {
      respond(head.split(" ", 3)[1]);
    }
  }

  /** Responds to every request except those for {@code /stall}, which wait for ever. */
  void stallOrRespond() throws IOException {
    for (String head = request(); head != null; head = request()) {
      if (head.startsWith("GET /stall")) {
        stall();
        return;
      }
      respond("{}");
    }
  }

  /** Says it again every so many milliseconds, until the client closes. */
  void drip(String text, long everyMillis) throws IOException, InterruptedException {
    do {
      say(text);
    } while (!ended.await(everyMillis, TimeUnit.MILLISECONDS));
  }

  /** A complete zipped response that keeps the connection open. */
  void respondZipped(byte[] zipped) throws IOException {
    say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n");
    say("Content-Length: " + zipped.length + "\r\n\r\n").say(zipped);
  }

  /** Says it again and again as fast as it can, until the client is gone. */
  void repeat(String text) throws IOException {
    repeat(text, new AtomicLong());
  }

  /** Says it again and again, and counts the bytes. */
  void repeat(String text, AtomicLong sent) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    while (ended.getCount() > 0) {
      say(bytes);
      sent.addAndGet(bytes.length);
    }
  }

  /** Says nothing until the client closes. */
  void stall() throws IOException {
    InputStream in = socket.getInputStream();
    while (in.read() >= 0) {
      continue;
    }
  }

  /** Reads one byte and then nothing, until the server is closed or the client is gone. */
  void readNothing() throws IOException, InterruptedException {
    socket.getInputStream().read();
    while (!ended.await(5, TimeUnit.MILLISECONDS)) {
      say("H"); // fails when the client is gone
    }
  }

  /** Breaks the connection instead of closing it. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    ended.countDown();
    socket.close();
  }
}
