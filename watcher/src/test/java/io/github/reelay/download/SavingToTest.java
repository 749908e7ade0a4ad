package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a watcher does with finished tasks. */
@Timeout(60)
class SavingToTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 4);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  /** The video host is out of order for so many requests. */
  private CompletableFuture<?> save(int failures, Instant expiresAt) {
    host.script(
        (request, out) -> {
          if (host.requests().size() > failures) {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            HostServer.write(out, 503);
          }
        });
    return save(DownloadFixture.task(host.url("/a.mp4"), expiresAt), Duration.ofSeconds(30));
  }

  private CompletableFuture<?> save(VideoTask task, Duration stallTimeout) {
    return fixture
        .open(fixture.timed().stallTimeout(stallTimeout).maxRetriesWithoutProgress(1))
        .savingTo(folder)
        .apply(task)
        .toCompletableFuture();
  }

  @Test
  void savesTheVideoUnderItsName() {
    save(0, null).join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
  }

  @Test
  void needsNothingForATaskWithoutAVideo() {
    VideoTask cancelled = VideoTask.builder("toapis", "ok-1", new TaskState.Cancelled()).build();

    fixture.open(fixture.timed()).savingTo(folder).apply(cancelled).toCompletableFuture().join();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void triesAgainEveryFiveMinutesWhileTheUrlLives() {
    CompletableFuture<?> saved = save(3, ManualScheduler.START.plus(Duration.ofHours(1)));
    for (int i = 0; i < 3; i++) {
      fixture.time.awaitAndAdvance(PAUSE);
    }

    saved.join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
  }

  @Test
  void failsWhenTheUrlHasExpired() {
    CompletableFuture<?> saved = save(100, ManualScheduler.START.plus(Duration.ofMinutes(11)));
    fixture.time.awaitAndAdvance(PAUSE);
    fixture.time.awaitAndAdvance(PAUSE);

    assertThatThrownBy(saved::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(NotSavedException.class);
    assertThat(host.requests()).hasSize(3);
  }

  @Test
  void waitsForALateFileFromTheFirstTryOn() {
    for (int i = 0; i < 5; i++) {
      fixture.providerShows(host.url("/a.mp4"));
    }
    host.script(HostServer.always(503, ""));
    VideoTask task = DownloadFixture.task(host.url("/a.mp4"), null, null);

    CompletableFuture<?> saved = save(task, Duration.ofSeconds(90));
    fixture.time.awaitAndAdvance(PAUSE);
    fixture.time.awaitAndAdvance(PAUSE);

    // Ten minutes have passed.
    DownloadFixture.await(() -> host.requests().size() >= 3);
    host.script(HostServer.always(404, ""));
    fixture.time.awaitAndAdvance(PAUSE);

    assertThatThrownBy(saved::join).cause().isInstanceOf(NotSavedException.class);
    assertThat(host.requests()).hasSize(4);
  }
}
