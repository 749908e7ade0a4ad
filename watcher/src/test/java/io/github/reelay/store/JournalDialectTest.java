package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals that name the documents of providers without code of their own. */
class JournalDialectTest {
  private static final TaskHandle MY = TaskHandle.parse("my:task_1");

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() throws IOException {
    file = folder.toRealPath().resolve("state");
  }

  private Map<String, String> reopened() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      return store.dialectFiles();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/me/my-provider.yaml",
        "/a b/=x:y \\ z/任务.yaml",
        "C:\\Users\\me\\my=relay.yaml"
      })
  void aDocumentIsRemembered(String document) throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(List.of(MY));
      store.nameDialectFile("my", document);
      assertThat(store.dialectFiles()).containsExactly(Map.entry("my", document));
    }

    assertThat(reopened()).containsExactly(Map.entry("my", document));
    try (HandleStore store = JournalHandleStore.open(file)) {
      assertThat(store.handles()).containsExactly(MY);
    }
  }

  @Test
  void itsLineClosesAHandleThatIsNeverOpenSoThatOlderVersionsReadTheSameHandles()
      throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.nameDialectFile("my", "/my.yaml");
      store.nameDialectFile("my", "/my.yaml");
      store.add(List.of(MY));
    }

    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .startsWith("reelay-handles 1")
        .anyMatch(line -> line.endsWith(" -reelay.dialect:my=/my.yaml"))
        .anyMatch(line -> line.endsWith(" +my:task_1"));
  }

  @Test
  void theLastNameCounts() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(List.of(MY));
      store.nameDialectFile("my", "/old.yaml");
      store.nameDialectFile("other", "/other.yaml");
      store.nameDialectFile("my", "/new.yaml");
    }

    assertThat(reopened())
        .containsOnly(Map.entry("my", "/new.yaml"), Map.entry("other", "/other.yaml"));
  }

  @Test
  void aRewrittenJournalNamesTheDocumentsOfItsHandlesAlone() throws IOException {
    try (HandleStore store = JournalHandleStore.open(file)) {
      store.add(List.of(MY));
      store.nameDialectFile("my", "/my.yaml");
      store.nameDialectFile("gone", "/gone.yaml");
      store.add(Map.of(TaskHandle.parse("my:task_2"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    assertThat(file).content().startsWith("reelay-handles 2\n").doesNotContain("gone");
    assertThat(reopened()).containsExactly(Map.entry("my", "/my.yaml"));
  }

  @Test
  void journalsWithoutSuchLinesStillOpen() throws IOException {
    Files.writeString(file, "reelay-handles 1\nfb246e75 +toapis:task_1\n");

    assertThat(reopened()).isEmpty();
  }

  @Test
  void aStoreOfYourOwnKeepsNone() throws IOException {
    try (HandleStore store = HandleStore.inMemory()) {
      store.nameDialectFile("my", "/my.yaml");

      assertThat(store.dialectFiles()).isEmpty();
    }
  }
}
