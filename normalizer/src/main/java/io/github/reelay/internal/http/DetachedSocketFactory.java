package io.github.reelay.internal.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/** Makes sockets that are not connected. */
@FunctionalInterface
public interface DetachedSocketFactory {

  /** A new socket. */
  Socket create() throws IOException;

  /** One that an interrupt of the thread that uses it closes, and that can be looked into. */
  static Socket interruptible() throws IOException {
    return SocketChannel.open().socket();
  }
}
