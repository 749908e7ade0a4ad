package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, they are a journal, a damaged one or none. */
class ReplayTest {
  private static final Path FILE = Path.of("state");
  private static final String HEADER = "reelay-handles 1\n";
  private static final String FIRST = "fb246e75 +toapis:task_1\n";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyBytesAreReadOrRefused(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      for (int j = 0; j < noise.length; j += 1 + random.nextInt(40)) {
        noise[j] = '\n';
      }
      String text = (i % 2 == 0 ? HEADER : "") + new String(noise, ISO_8859_1);
      try (InputStream in = new ByteArrayInputStream(text.getBytes(ISO_8859_1))) {
        Replay replay = Replay.of(FILE, in);
        assertThat(replay.size()).isEqualTo(text.length());
        assertThat(replay.open()).isEmpty();
      } catch (JournalFormatException refused) {
        assertThat(refused).hasMessageContaining("found something else");
      }
    }
  }

  @Test
  void aLineThatIsTooLongIsDamageAndNotHeld() throws IOException {
    int size = 8 * LineScanner.LONGEST + 5;
    LineScanner lines = new LineScanner(new ByteArrayInputStream(new byte[size]));

    assertThat(lines.next()).isTrue();
    assertThat(lines.length()).isEqualTo(size);
    assertThat(lines.whole()).isFalse();
    assertThat(lines.buffer()).hasSize(LineScanner.LONGEST);
    assertThat(lines.next()).isFalse();
  }

  @Test
  void whatFollowsALineThatIsTooLongIsRead() throws IOException {
    byte[] journal =
        (HEADER + "x".repeat(2 * LineScanner.LONGEST) + "\n" + FIRST).getBytes(ISO_8859_1);

    Replay replay = Replay.of(FILE, new ByteArrayInputStream(journal));

    assertThat(replay.open()).containsExactly(SampleHandles.FIRST);
    assertThat(replay.damage().lines()).containsExactly(new DamagedLines(2, 2, null));
    assertThatThrownBy(replay::tolerated).isInstanceOf(JournalFormatException.class);
  }

  @Test
  void aLargeFileOfAnotherKindIsNotReadToItsEnd() {
    ByteArrayInputStream text = new ByteArrayInputStream("another\n".repeat(1 << 20).getBytes());
    assertThatThrownBy(() -> Replay.of(FILE, text)).isInstanceOf(JournalFormatException.class);
    assertThat(text.available()).isGreaterThan(7_000_000 - (1 << 20));
  }

  @Test
  void nothingIsNamedThatCouldSteerATerminal() throws IOException {
    String text = HEADER + "00000000 +toapis:a\u001b[31m\nx\n00000000 -toapis:b\n\n\n";

    Replay replay = Replay.of(FILE, new ByteArrayInputStream(text.getBytes(ISO_8859_1)));

    assertThatThrownBy(replay::tolerated)
        .hasMessageContaining("found damage in lines 2-3, 4 (perhaps toapis:b), 5-6; bring back");
  }
}
