package io.github.reelay.benchmarks.peers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * Responds to every GET with the same 22codex task, on one thread, in a process of its own. It
 * knows of a request no more than that it ends with an empty line.
 */
final class ResponseServer {
  private static final String BODY =
      "{\"id\":\"video_1\",\"object\":\"video\",\"model\":\"sora-2\",\"status\":\"queued\","
          + "\"progress\":0,\"created_at\":1772440000,\"size\":\"720x1280\",\"seconds\":\"8\"}";
  private static final byte[] RESPONSE =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_1\r\n"
              + "Date: Mon, 02 Mar 2026 10:00:00 GMT\r\nContent-Length: "
              + BODY.length()
              + "\r\n\r\n"
              + BODY)
          .getBytes(US_ASCII);
  private static final int END = 0x0d0a0d0a; // CR LF CR LF

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private final ByteBuffer response = ByteBuffer.allocateDirect(RESPONSE.length).put(RESPONSE);

  private ResponseServer() {}

  /** Prints its port, and serves until it is killed. */
  public static void main(String[] arguments) throws IOException {
    new ResponseServer().serve();
  }

  private void serve() throws IOException {
    try (Selector selector = Selector.open();
        ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
      listening.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
      System.out.println(((InetSocketAddress) listening.getLocalAddress()).getPort());
      while (true) {
        selector.select();
        for (Iterator<SelectionKey> all = selector.selectedKeys().iterator(); all.hasNext(); ) {
          SelectionKey key = all.next();
          all.remove();
          handle(key, selector);
        }
      }
    }
  }

  private void handle(SelectionKey key, Selector selector) throws IOException {
    if (key.isAcceptable()) {
      SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, new int[1]);
      return;
    }
    try {
      read((SocketChannel) key.channel(), (int[]) key.attachment());
    } catch (IOException gone) {
      key.channel().close(); // a client that ends resets what it leaves
    }
  }

  /**
   * @param last the last four bytes that came
   */
  private void read(SocketChannel channel, int[] last) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      channel.close();
      return;
    }
    buffer.flip();
    while (buffer.hasRemaining()) {
      last[0] = last[0] << 8 | buffer.get() & 0xff;
      if (last[0] == END) {
        response.rewind();
        channel.write(response); // shorter than any socket's buffer
      }
    }
  }
}
