package io.github.reelay.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** Makes sockets that are not connected. */
@FunctionalInterface
public interface DetachedSocketFactory {

  /** A socket that the caller connects and closes. */
  Socket create() throws IOException;

  /**
   * A socket with a channel: an interrupt of the thread that uses it closes it, and its unread
   * bytes can be seen. It ignores a SOCKS proxy of the system properties, which would hide the
   * address that it is connected to.
   */
  static Socket interruptible() throws IOException {
    return SocketChannel.open().socket();
  }
}
