package io.github.reelay.download;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process that has the part of a download until it is killed, or that finds it locked. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        System.out.println("busy");
        return;
      }
      System.out.println("locked");
      System.in.read();
    }
  }
}
