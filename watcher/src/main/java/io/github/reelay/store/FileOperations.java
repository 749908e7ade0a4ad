package io.github.reelay.store;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * What a journal does to the disk; a test puts one in its place that fails or ends the process at
 * any step. Files are not written through channels, because an interrupt would close those for
 * good.
 */
class FileOperations {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** Creates an empty file with the permissions of another; if there is none, for its owner. */
  void create(Path file, Path like) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(file);
      return;
    }
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    if (Files.exists(like)) {
      Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(like));
    }
  }

  /** Writes the first {@code length} bytes; tests override it to fail. */
  void write(RandomAccessFile file, byte[] bytes, int length) throws IOException {
    file.write(bytes, 0, length);
  }

  void force(RandomAccessFile file) throws IOException {
    file.getFD().sync();
  }

  void truncate(RandomAccessFile file, long length) throws IOException {
    file.setLength(length);
  }

  void replace(Path file, Path by) throws IOException {
    Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Makes sure that a folder keeps its entries. Windows neither needs nor allows it. */
  void forceFolder(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    while (File.separatorChar == '/' && !forced(folder)) {
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean forced(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
      return true;
    } catch (ClosedByInterruptException again) {
      return false;
    }
  }
}
