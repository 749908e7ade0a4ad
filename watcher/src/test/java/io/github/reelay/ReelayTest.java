package io.github.reelay;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.NotSavedException;
import io.github.reelay.exchange.QueryFailedException;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.UnknownProviderException;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.UnfinishedException;
import io.github.reelay.watch.UnsuccessfulException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each call for one task, in virtual time. */
@Timeout(60)
class ReelayTest {
  private final ReelayFixture fixture = new ReelayFixture();
  private final Reelay reelay = fixture.builder().build();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    reelay.close();
    fixture.close();
  }

  @Test
  void queriesATaskOfEachProvider() {
    assertThat(fixture.sandbox.providers())
        .isNotEmpty()
        .allSatisfy(
            name -> {
              assertThat(reelay.query(name + ":ok-1").status()).isEqualTo(TaskStatus.QUEUED);
              assertThat(reelay.query(new TaskHandle(name, "ok-1")).provider()).isEqualTo(name);
            });
  }

  @Test
  void aQueryThatShowsNoTaskIsAnExceptionWithTheResult() {
    assertThatThrownBy(() -> reelay.query("toapis:missing-1"))
        .isInstanceOfSatisfying(
            QueryFailedException.class,
            failed -> assertThat(failed.result().failure().kind()).isEqualTo(FailureKind.NOT_FOUND))
        .hasMessage(
            "toapis:missing-1: expected a task, found not-found (HTTP 404); another query can help:"
                + " no");
  }

  @Test
  void awaitsTheEndOfATaskForHours() {
    Outcome outcome = reelay.await("22codex:ok-1", ofHours(4));

    assertThat(outcome.succeededOrThrow().handle()).hasToString("22codex:ok-1");
    assertThat(fixture.elapsed()).isBetween(ofHours(3), ofHours(4));
  }

  @Test
  void awaitsNoLongerThanItsLimit() {
    Outcome outcome = reelay.await(new TaskHandle("xingchaoyiqing", "never-1"), ofHours(2));

    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNFINISHED);
    assertThat(fixture.elapsed()).isEqualTo(ofHours(2));
  }

  @Test
  void aFailedTaskIsNotHandedBackAsIfItHadSucceeded() {
    Outcome outcome = reelay.await("toapis:rejected-1", ofHours(4));

    assertThat(outcome.finishedOrThrow().status()).isEqualTo(TaskStatus.FAILED);
    assertThatThrownBy(outcome::succeededOrThrow)
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessage(
            "toapis:rejected-1: expected a task that has succeeded, found it failed,"
                + " content-rejected; another query can help: no");
  }

  @Test
  void aDownloadWaitsForItsTask() {
    assertThat(fixture.sandbox.providers())
        .allSatisfy(
            name -> {
              Path file = folder.resolve(name + ".mp4");

              assertThat(reelay.download(name + ":ok-1", file)).isEqualTo(file).isNotEmptyFile();
            });
    assertThat(fixture.elapsed()).isGreaterThan(ofHours(3));
  }

  @ParameterizedTest
  @CsvSource({
    "toapis:rejected-1, 'found it failed, content-rejected; another query can help: no'",
    "22codex:fails-1, 'found it failed, generation-failed; another query can help: no'",
    "xingchaoyiqing:cancelled-1, found it cancelled"
  })
  void aDownloadOfATaskWithoutAVideoNamesWhy(String handle, String found) {
    assertThatThrownBy(() -> reelay.download(handle, folder.resolve("a.mp4")))
        .isInstanceOf(UnsuccessfulException.class)
        .hasMessage(handle + ": expected a task that has succeeded, " + found);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDownloadOfATaskThatIsNotShownNamesTheRefusal() {
    assertThatThrownBy(() -> reelay.download("toapis:error-402-1", folder.resolve("a.mp4")))
        .isInstanceOf(UnfinishedException.class)
        .hasMessage(
            "toapis:error-402-1: expected the end of the task, found that the provider refuses,"
                + " quota-exhausted (HTTP 402); another query can help: no");
  }

  @Test
  void aDownloadThatCannotBeSavedIsAnException() {
    Path file = folder.resolve("none").resolve("a.mp4");

    assertThatThrownBy(() -> reelay.download("toapis:ok-1", file))
        .isInstanceOf(NotSavedException.class)
        .hasMessageStartingWith("toapis:ok-1: ");
  }

  @Test
  void futuresFailAsTheBlockingCallsThrow() throws Exception {
    CompletableFuture<Path> saved =
        reelay.downloadAsync("toapis:rejected-1", folder.resolve("a.mp4"));

    assertThatThrownBy(saved::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(UnsuccessfulException.class);
    assertThat(reelay.watch("toapis:ok-2").get().isFinal()).isTrue();
  }

  @Test
  void aCancelledDownloadEndsTheWait() {
    CompletableFuture<Outcome> other = reelay.watch("toapis:never-1");
    CompletableFuture<Path> saved = reelay.downloadAsync("toapis:never-1", folder.resolve("a.mp4"));

    saved.cancel(true);

    assertThatThrownBy(saved::join).isInstanceOf(CancellationException.class);
    assertThat(other.join().kind()).isEqualTo(Outcome.Kind.UNFINISHED);
    assertThat(fixture.elapsed()).isGreaterThan(ofHours(4));
  }

  @Test
  void anInterruptEndsADownloadAndIsKept() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> reelay.download("toapis:ok-1", folder.resolve("a.mp4")))
        .isInstanceOf(NotSavedException.class)
        .hasMessage(
            "toapis:ok-1: expected a saved video, found that the waiting thread was interrupted;"
                + " download it again");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatIsNoHandleIsRefused() {
    assertThatThrownBy(() -> reelay.query("task_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a handle such as toapis:task_123, found 'task_1'");
    assertThatThrownBy(() -> reelay.await("nobody:1", Duration.ZERO))
        .isInstanceOf(UnknownProviderException.class);
    assertThatThrownBy(() -> reelay.download("", folder))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
