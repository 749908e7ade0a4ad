package io.github.reelay.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inflating, with every length of header bounded. */
class GzipBodyTest {
  private static byte[] zip(byte[] plain) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(plain);
    }
    return zipped.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] read(byte[] zipped) throws IOException {
    try (GzipBody body = new GzipBody(new ByteArrayInputStream(zipped))) {
      return body.readAllBytes();
    }
  }

  /** A member of which the header has what that flag says. */
  private static byte[] withHeader(int flag, byte[] extra, byte[] member) {
    byte[] header = Arrays.copyOf(member, 10);
    header[3] = (byte) flag;
    return joined(header, extra, Arrays.copyOfRange(member, 10, member.length));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2_047, 2_048, 100_000})
  void givesWhatWasZipped(int length) throws IOException {
    byte[] plain = new byte[length];
    for (int i = 0; i < length; i++) {
      plain[i] = (byte) (i * 31 + i / 251);
    }

    assertThat(read(zip(plain))).isEqualTo(plain);
    assertThat(read(joined(zip(plain), zip(plain), new byte[9]))).isEqualTo(joined(plain, plain));
  }

  @Test
  void takesNothingForNothing() throws IOException {
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void passesOverAllThatAHeaderMayHold() throws IOException {
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    byte[] extra = joined(new byte[] {3, 0, 1, 2, 3}, "name\0comment\0ab".getBytes("UTF-8"));

    assertThat(read(withHeader(4 + 8 + 16 + 2, extra, zip(text)))).isEqualTo(text);
  }

  /** Never ends. */
  private static InputStream endless(byte[] start, byte[] then) {
    return new InputStream() {
      private int at;

      @Override
      public int read() {
        int position = at++;
        return position < start.length
            ? start[position] & 0xff
            : then[(position - start.length) % then.length] & 0xff;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 16, 24})
  void endsAnEndlessHeader(int flags) throws IOException {
    byte[] header = withHeader(flags, new byte[0], Arrays.copyOf(zip(new byte[0]), 10));

    assertThatThrownBy(() -> new GzipBody(endless(header, new byte[] {'n'})).read())
        .isInstanceOf(ZipException.class)
        .hasMessage("expected a gzip header of some bytes, found an endless one");
  }

  @Test
  void endsEndlessEmptyMembers() throws IOException {
    byte[] empty = zip(new byte[0]);

    assertThatThrownBy(() -> new GzipBody(endless(empty, empty)).read())
        .isInstanceOf(ZipException.class)
        .hasMessage("expected data, found one empty member after the other");
  }

  @Test
  void refusesWhatIsCutOrDamaged() throws IOException {
    byte[] zipped = zip("some text that is zipped".getBytes(StandardCharsets.UTF_8));
    for (int length = 1; length < zipped.length; length++) {
      byte[] cut = Arrays.copyOf(zipped, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
    for (int at : new int[] {0, 1, 2, 3, zipped.length - 8, zipped.length - 4}) {
      byte[] damaged = zipped.clone();
      damaged[at] ^= (byte) 0xe0;
      assertThatThrownBy(() -> read(damaged)).isInstanceOf(ZipException.class);
    }
  }
}
