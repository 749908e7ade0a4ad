package io.github.reelay.internal.download.file;

import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Reads and writes what is noted next to a partial file. */
public final class PartialFileNotes {

  private PartialFileNotes() {}

  /** What is noted of a file of which those bytes were forced to the disk. */
  public static String text(PartialFileInfo of, byte[] forced) {
    return of.forced(forced.length, crc(forced)).text();
  }

  /** How many bytes are noted as forced to the disk. */
  public static long forced(Path info) {
    return PartialFiles.readInfo(info).forced();
  }

  /** The checksum that is noted of them. */
  public static long checksum(Path info) {
    return PartialFiles.readInfo(info).checksum();
  }

  /** The checksum of bytes. */
  public static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }
}
