package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.log.RecordedLog;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.store.JournalInUseException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Collecting many, in virtual time. */
@Timeout(60)
class CollectTest {
  private static final TaskHandle DONE = TaskHandle.parse("toapis:ok-1");
  private static final TaskHandle REJECTED = TaskHandle.parse("toapis:rejected-1");
  private static final TaskHandle ENDLESS = TaskHandle.parse("xingchaoyiqing:never-1");

  @RegisterExtension final RecordedLog log = RecordedLog.of(Watcher.class);

  private final ReelayFixture fixture = new ReelayFixture();
  private final Reelay reelay = fixture.builder().build();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    reelay.close();
    fixture.close();
  }

  private Path videos() {
    return folder.resolve("videos");
  }

  private Path storeFile() {
    return folder.resolve("open-tasks");
  }

  private Collected collect(Collection<?> handles) {
    return reelay.collect(handles, videos(), storeFile());
  }

  private Set<TaskHandle> kept() throws IOException {
    try (HandleStore store = JournalHandleStore.open(storeFile())) {
      return store.handles();
    }
  }

  @Test
  void savesTheVideoOfEachTask() throws IOException {
    List<String> handles =
        fixture.sandbox.providers().stream().map(name -> name + ":ok-1").toList();

    Collected collected = collect(handles);

    assertThat(collected.isComplete()).isTrue();
    assertThat(collected.saved().keySet().stream().map(TaskHandle::toString))
        .containsExactlyElementsOf(handles);
    assertThat(collected.saved().values())
        .allSatisfy(file -> assertThat(file).hasParent(videos()).isNotEmptyFile());
    assertThat(kept()).isEmpty();
  }

  @Test
  void reportsWhatFailedAndWhatTheStoreFileStillHas() throws IOException {
    Collected collected = collect(List.of(DONE, REJECTED, ENDLESS));

    assertThat(collected.saved()).containsOnlyKeys(DONE);
    assertThat(collected.failed()).containsOnlyKeys(REJECTED);
    NotCollected rejected = Objects.requireNonNull(collected.failed().get(REJECTED));
    assertThat(Objects.requireNonNull(rejected.failure()).kind())
        .isEqualTo(FailureKind.CONTENT_REJECTED);
    assertThat(rejected.message())
        .isEqualTo(
            "toapis:rejected-1: expected a task that has succeeded, found it failed,"
                + " content-rejected; another query can help: no");
    assertThat(collected.unfinished()).containsOnlyKeys(ENDLESS);
    assertThat(collected.unfinished().values())
        .extracting(NotCollected::message)
        .containsExactly(
            "xingchaoyiqing:never-1: expected the end of the task, found it still running; wait"
                + " again with the same handle");
    assertThat(kept()).containsExactly(ENDLESS);
  }

  @Test
  void goesOnWithWhatTheStoreFileHasAndQueriesNoneThatIsDone() throws IOException {
    try (HandleStore store = JournalHandleStore.open(storeFile())) {
      store.add(List.of(DONE));
    }
    assertThat(collect(List.of()).saved()).containsOnlyKeys(DONE);
    int queries = fixture.sandbox.queries("toapis", "ok-1");
    int requests = fixture.sandbox.requests().size();

    Collected again = collect(List.of("toapis:ok-1"));

    assertThat(again.saved()).containsOnlyKeys(DONE);
    assertThat(again.saved().get(DONE)).isNotEmptyFile();
    assertThat(fixture.sandbox.queries("toapis", "ok-1")).isEqualTo(queries).isPositive();
    assertThat(fixture.sandbox.requests()).hasSize(requests);
  }

  @Test
  void aVideoThatCouldNotBeSavedStaysInTheStoreFile() throws IOException {
    fixture.sandbox.enqueue("toapis", "ok-1", succeeded("http://127.0.0.1:9/page.mp4?gone=1"));

    Reelay strict = fixture.builder().downloads(downloads -> {}).build();
    Collected collected;
    try (strict) {
      collected = strict.collect(List.of(DONE), videos(), storeFile());
    }

    assertThat(collected.unfinished()).containsOnlyKeys(DONE);
    NotCollected why = Objects.requireNonNull(collected.unfinished().get(DONE));
    assertThat(Objects.requireNonNull(why.download()).kind())
        .isEqualTo(DownloadFailureKind.FORBIDDEN_ADDRESS);
    assertThat(why.message()).startsWith("toapis:ok-1: ").doesNotContain("gone=1");
    assertThat(log.lines())
        .containsExactly(
            "WARNING toapis:ok-1 stays open: its follow-up failed (NotSavedException)");
    assertThat(why.failure()).isNull();
    assertThat(why.handle()).isEqualTo(DONE);
    assertThat(kept()).containsExactly(DONE);
  }

  private static SandboxResponse succeeded(String url) {
    return SandboxResponse.json(
        200,
        "{\"id\":\"ok-1\",\"status\":\"completed\",\"result\":{\"data\":[{\"url\":\"%s\"}]}}"
            .formatted(url));
  }

  @Test
  void aProviderThatRefusesLeavesItsTasksInTheStoreFile() throws IOException {
    TaskHandle refused = TaskHandle.parse("toapis:error-401-1");

    Collected collected = collect(List.of(refused, DONE));

    assertThat(collected.saved()).containsOnlyKeys(DONE);
    NotCollected why = Objects.requireNonNull(collected.unfinished().get(refused));
    assertThat(why.outcome().kind()).isEqualTo(Outcome.Kind.REFUSED);
    assertThat(Objects.requireNonNull(why.failure()).kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(kept()).containsExactly(refused);
  }

  @Test
  void aThreadThatIsInterruptedGetsWhatIsKnown() throws IOException {
    Thread.currentThread().interrupt();

    Collected collected = collect(List.of(DONE, "toapis:never-1"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(collected.unfinished()).hasSize(2);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void beginsNothingWithWhatIsNoHandle() {
    assertThatThrownBy(() -> collect(List.of(DONE, "task_1")))
        .hasMessage("expected a handle such as toapis:task_123, found 'task_1'");
    assertThatThrownBy(() -> collect(List.of(DONE, 7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected handles as texts or TaskHandles, found one of java.lang.Integer");
    assertThatThrownBy(() -> collect(List.of(DONE, "nobody:1")))
        .isInstanceOf(UnknownProviderException.class);
    assertThat(folder).isEmptyDirectory();
    assertThat(fixture.sandbox.requests()).isEmpty();
  }

  @Test
  void oneCallHasTheStoreFileAtATime() throws IOException {
    HandleStore other = JournalHandleStore.open(storeFile());
    try (other) {
      assertThatThrownBy(() -> collect(List.of(DONE)))
          .isInstanceOf(UncheckedIOException.class)
          .hasCauseInstanceOf(JournalInUseException.class);
    }
    assertThat(fixture.sandbox.requests()).isEmpty();
  }
}
