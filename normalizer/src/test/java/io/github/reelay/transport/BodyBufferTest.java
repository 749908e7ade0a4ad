package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyBufferTest {

  private int turns;

  private byte[] read(byte[] body, int small, int limit, long announced) throws IOException {
    return new BodyBuffer(small, limit, () -> turns++)
        .readAll(new ByteArrayInputStream(body), announced);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1024, 2000, 0",
    "1, 1024, 2000, 0",
    "1023, 1024, 2000, 0",
    "1024, 1024, 2000, 0",
    "1025, 1024, 2000, 1",
    "1999, 1024, 2000, 1",
    "2000, 1024, 2000, 1",
    "2001, 1024, 2000, 1",
    "9000, 1024, 2000, 1",
    "2000, 4096, 2000, 0",
    "2001, 4096, 2000, 0",
    "8192, 1048576, 8388609, 0",
    "8193, 1048576, 8388609, 0",
    "100000, 1048576, 8388609, 0",
    "1048576, 1048576, 8388609, 0",
    "1048577, 1048576, 8388609, 1",
    "8388608, 1048576, 8388609, 1",
    "8388609, 1048576, 8388609, 1",
    "9000000, 1048576, 8388609, 1"
  })
  void readsEveryLengthHoweverItIsAnnounced(int sent, int small, int limit, int expectedTurns)
      throws IOException {
    byte[] body = bytes(sent);
    byte[] expected = Arrays.copyOf(body, Math.min(sent, limit));
    for (long announced : new long[] {-1, sent, 99_999_999_999L}) {
      turns = 0;

      assertThat(read(body, small, limit, announced)).isEqualTo(expected);

      assertThat(turns).isEqualTo(expectedTurns);
    }
  }

  @Test
  void holdsASmallBodyOfAnnouncedLengthOnce() throws IOException {
    byte[][] given = new byte[1][];
    InputStream in =
        new ByteArrayInputStream(bytes(5_000)) {
          @Override
          public int readNBytes(byte[] into, int offset, int length) {
            given[0] = given[0] == null ? into : given[0];
            return super.readNBytes(into, offset, length);
          }
        };

    byte[] body = new BodyBuffer(8_192, 10_000, () -> turns++).readAll(in, 5_000);

    assertThat(body).isSameAs(given[0]).isEqualTo(bytes(5_000));
  }

  @Test
  void readsNoMoreThanItMustBeforeItsTurn() {
    ByteArrayInputStream in = new ByteArrayInputStream(bytes(9_000));
    BodyBuffer buffer =
        new BodyBuffer(
            1_024,
            8_000,
            () -> {
              throw new IOException("ended");
            });

    assertThatIOException().isThrownBy(() -> buffer.readAll(in, -1)).withMessage("ended");

    assertThat(in.available()).isEqualTo(9_000 - 1_025);
  }
}
