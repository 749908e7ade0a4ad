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
class IntoTest {
  private static final Film FILM = Film.of(20_000, 4);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @TempDir Path folder;
  private Bench bench;
  private Store store;

  @BeforeEach
  void open() {
    bench = new Bench(folder);
    store = bench.store(Store.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    bench.close();
  }

  /** The store is out of order for so many requests. */
  private CompletableFuture<?> save(int failures, Instant expiresAt) {
    store.script(
        (request, out) -> {
          if (store.requests().size() > failures) {
            Store.serve(FILM, request, out, Integer.MAX_VALUE);
          } else {
            Store.write(out, 503);
          }
        });
    VideoTask task = Bench.task(store.url("/a.mp4"), expiresAt);
    return bench.open(bench.timed().setbacks(1)).into(folder).apply(task).toCompletableFuture();
  }

  @Test
  void savesTheVideoUnderItsName() {
    save(0, null).join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
  }

  @Test
  void needsNothingForATaskWithoutAVideo() {
    VideoTask cancelled = VideoTask.builder("toapis", "ok-1", new TaskState.Cancelled()).build();

    bench.open(bench.timed()).into(folder).apply(cancelled).toCompletableFuture().join();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void triesAgainEveryFiveMinutesWhileTheUrlLives() {
    CompletableFuture<?> saved = save(3, ManualTime.START.plus(Duration.ofHours(1)));
    for (int i = 0; i < 3; i++) {
      bench.time.awaitAndAdvance(PAUSE);
    }

    saved.join();

    assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(FILM.bytes());
  }

  @Test
  void failsWhenTheUrlHasDied() {
    CompletableFuture<?> saved = save(100, ManualTime.START.plus(Duration.ofMinutes(11)));
    bench.time.awaitAndAdvance(PAUSE);
    bench.time.awaitAndAdvance(PAUSE);

    assertThatThrownBy(saved::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(NotSavedException.class);
    assertThat(store.requests()).hasSize(3);
  }
}
