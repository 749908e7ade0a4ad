package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not as a journal left them. */
class JournalFormatTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY=sk-secret\n", "\n", "reelay-handles", "reelay-handles 1\r\n", "\0"})
  void aForeignFileIsLeftAsItIs(String content) throws IOException {
    String whole = content.equals("reelay-handles") ? content + "x" : content;
    Files.writeString(file, whole);

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalFormatException.class)
        .hasMessage(
            "expected the journal %s to begin with 'reelay-handles 1', found something else;"
                + " choose another file, or the version of this library that wrote it",
            file);
    assertThat(file).hasContent(whole);
  }

  @Test
  void aLaterVersionIsNamed() throws IOException {
    Files.writeString(file, "reelay-handles 2\nsomething new\n");

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalFormatException.class)
        .hasMessage(
            "expected the journal %s to begin with 'reelay-handles 1', found 'reelay-handles 2';"
                + " choose another file, or the version of this library that wrote it",
            file);
  }

  /** The first column is the line that is damaged, the second how, the last what it is called. */
  @ParameterizedTest
  @CsvSource({
    "2, toapis, toapix, line 2 (perhaps toapix:task_1)",
    "2, +, -, line 2 (perhaps toapis:task_1)",
    "2, ' +', '+', line 2",
    "3, 22codex, 23codex, line 3 (perhaps 23codex:sora-2:abc)",
    "3, '\n', '', line 3",
    "4, +xing, '\n+xing', lines 4-5"
  })
  void damageBeforeAGoodLineIsNamed(int line, String found, String instead, String named)
      throws IOException {
    String[] lines = recorded().split("(?<=\n)");
    lines[line - 1] = lines[line - 1].replace(found, instead);
    String damaged = String.join("", lines);
    Files.writeString(file, damaged);

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalFormatException.class)
        .hasMessage(
            "expected every line of the journal to agree with its checksum, found damage in %s;"
                + " bring back a copy of the file, or keep what can be read with: reelay watch"
                + " --state %s --repair",
            named, file);
    assertThat(file).hasContent(damaged);
    assertThat(folder).isDirectoryNotContaining("glob:**damaged*");
  }

  private String recorded() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.open(List.of(SampleHandles.FIRST));
      store.open(List.of(SampleHandles.SECOND));
      store.open(List.of(SampleHandles.THIRD));
      store.open(SampleHandles.numbered(7, 9));
    }
    return Files.readString(file);
  }

  @Test
  void aLineThatIsDeletedIsNoDamage() throws IOException {
    String recorded = recorded();
    Files.writeString(file, recorded.replaceFirst("(?m)^.*22codex.*\n", ""));

    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.open()).hasSize(4).doesNotContain(SampleHandles.SECOND);
    }
  }

  @Test
  void everyFlippedBitIsNoticedTheLastOnesToo() throws IOException {
    byte[] recorded = recorded().getBytes(ISO_8859_1);
    int header = JournalLine.HEADER.length() + 1;
    for (int bit = 8 * header; bit < 8 * recorded.length; bit++) {
      byte[] flipped = recorded.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Replay replay = Replay.of(file, new ByteArrayInputStream(flipped));

      assertThatThrownBy(replay::tolerated)
          .as("bit %s", bit)
          .isInstanceOf(JournalFormatException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 7, 16})
  void aDamagedHeaderIsDamageOfTheFirstLine(int offset) throws IOException {
    byte[] damaged = recorded().getBytes(ISO_8859_1);
    damaged[offset] = 0;
    Files.write(file, damaged);

    assertThatThrownBy(() -> JournalHandleStore.open(file))
        .isInstanceOf(JournalFormatException.class)
        .hasMessageContaining("found damage in line 1;")
        .hasMessageEndingWith(" --state %s --repair", file);
  }

  @Test
  void theCommandOfTheSentenceCanBeCopied() throws IOException {
    Path quaint = folder.toRealPath().resolve("it's open");
    Files.writeString(quaint, "reelay-handles 1\nnonsense\n");

    assertThatThrownBy(() -> JournalHandleStore.open(quaint))
        .hasMessageEndingWith(" --state '%s/it'\\''s open' --repair", folder.toRealPath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*toapis:1", "+toapis", "+:1", "+toapis:", "+Toapis:1", "-"})
  void aLineThatSaysNothingIsDamagedHoweverGoodItsChecksum(String said) {
    byte[] bytes = ("00000000 " + said).getBytes(ISO_8859_1);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 9, bytes.length - 9);
    String line = String.format("%08x ", checksum.getValue()) + said;

    assertThat(new JournalParser().parse(line.getBytes(ISO_8859_1), 0, line.length())).isNull();
  }
}
