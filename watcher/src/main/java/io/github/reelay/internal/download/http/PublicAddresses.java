package io.github.reelay.internal.download.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Decides which addresses are public. Not public are the special-purpose addresses of RFC 6890 that
 * no host on the Internet has, also inside IPv6 addresses, and 168.63.129.16, at which Azure serves
 * its own machines.
 */
public final class PublicAddresses {
  private static final List<Block> IPV4 =
      List.of(
          Block.of(8, 0, 0, 0, 0),
          Block.of(8, 10, 0, 0, 0),
          Block.of(10, 100, 64, 0, 0),
          Block.of(8, 127, 0, 0, 0),
          Block.of(16, 169, 254, 0, 0),
          Block.of(32, 168, 63, 129, 16),
          Block.of(12, 172, 16, 0, 0),
          Block.of(24, 192, 0, 0, 0),
          Block.of(24, 192, 0, 2, 0),
          Block.of(16, 192, 168, 0, 0),
          Block.of(15, 198, 18, 0, 0),
          Block.of(24, 198, 51, 100, 0),
          Block.of(24, 203, 0, 113, 0),
          Block.of(4, 224, 0, 0, 0),
          Block.of(4, 240, 0, 0, 0));

  /**
   * Discarded, local NAT64, Teredo, benchmarks, ORCHID twice, documentation twice, segment routing,
   * unique local, link-local, site-local, multicast.
   */
  private static final List<Block> IPV6 =
      List.of(
          Block.of(64, "0100000000000000"),
          Block.of(48, "0064ff9b0001"),
          Block.of(32, "20010000"),
          Block.of(48, "200100020000"),
          Block.of(28, "20010010"),
          Block.of(28, "20010020"),
          Block.of(32, "20010db8"),
          Block.of(20, "3fff00"),
          Block.of(16, "5f00"),
          Block.of(7, "fc"),
          Block.of(10, "fe80"),
          Block.of(10, "fec0"),
          Block.of(8, "ff"));

  /** Compatible (with loopback and the unspecified address), mapped, translated, NAT64. */
  private static final List<Block> WRAPS_AT_END =
      List.of(
          Block.of(96, "000000000000000000000000"),
          Block.of(96, "00000000000000000000ffff"),
          Block.of(96, "0000000000000000ffff0000"),
          Block.of(96, "0064ff9b0000000000000000"));

  private static final Block SIX_TO_FOUR = Block.of(16, "2002");
  private static final byte[] ISATAP = {0x5e, (byte) 0xfe};

  private PublicAddresses() {}

  /** Whether a host on the Internet can have that address. */
  public static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 4 ? isPublicIpv4(bytes) : isPublicIpv6(bytes);
  }

  private static boolean isPublicIpv4(byte[] bytes) {
    return IPV4.stream().noneMatch(block -> block.holds(bytes));
  }

  private static boolean isPublicIpv6(byte[] bytes) {
    if (IPV6.stream().anyMatch(block -> block.holds(bytes))) {
      return false;
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublicIpv4(Arrays.copyOfRange(bytes, 2, 6));
    }
    boolean wraps = isIsatap(bytes) || WRAPS_AT_END.stream().anyMatch(block -> block.holds(bytes));
    return !wraps || isPublicIpv4(Arrays.copyOfRange(bytes, 12, 16));
  }

  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0
        && bytes[9] == 0
        && Arrays.equals(bytes, 10, 12, ISATAP, 0, ISATAP.length);
  }

  /**
   * Addresses that begin with the same bits.
   *
   * @param bits how many bits
   * @param start the bytes that hold them
   */
  private record Block(int bits, byte[] start) {

    static Block of(int bits, int... address) {
      byte[] start = new byte[address.length];
      for (int i = 0; i < start.length; i++) {
        start[i] = (byte) address[i];
      }
      return new Block(bits, start);
    }

    static Block of(int bits, String hex) {
      return new Block(bits, HexFormat.of().parseHex(hex));
    }

    boolean holds(byte[] address) {
      int whole = bits / 8;
      if (!Arrays.equals(address, 0, whole, start, 0, whole)) {
        return false;
      }
      int rest = 8 - bits % 8;
      return rest == 8 || (address[whole] & 0xff) >> rest == (start[whole] & 0xff) >> rest;
    }
  }
}
