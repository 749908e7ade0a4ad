package io.github.reelay;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.log.RecordedLog;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskEvent.Kind;
import io.github.reelay.watch.Watcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A collection that is followed, in virtual time. */
@Timeout(60)
class FollowedRunTest {
  private static final TaskHandle DONE = TaskHandle.parse("toapis:ok-1");
  private static final TaskHandle REJECTED = TaskHandle.parse("22codex:rejected-1");
  private static final TaskHandle ENDLESS = TaskHandle.parse("xingchaoyiqing:never-1");
  private static final TaskHandle REFUSED = TaskHandle.parse("toapis:error-401-1");

  @RegisterExtension final RecordedLog ofWatcher = RecordedLog.of(Watcher.class);
  @RegisterExtension final RecordedLog ofListener = RecordedLog.of(CollectListener.class);

  private final ReelayFixture fixture = new ReelayFixture();
  private final Reelay reelay = fixture.builder().build();

  @TempDir private Path folder;

  /** Notes what it hears, and what the store file had at that time. */
  private final class Follower implements CollectListener {
    private final Map<TaskHandle, List<Kind>> heard = new ConcurrentHashMap<>();
    private final Map<TaskHandle, TaskResult> results = new ConcurrentHashMap<>();
    private final Map<TaskHandle, String> journals = new ConcurrentHashMap<>();
    private Set<TaskHandle> refused = Set.of();

    @Override
    public void on(TaskEvent event) {
      List<Kind> kinds =
          heard.computeIfAbsent(event.handle(), fresh -> new ArrayList<>(List.of(event.kind())));
      synchronized (kinds) {
        if (kinds.get(kinds.size() - 1) != event.kind()) {
          kinds.add(event.kind());
        }
      }
    }

    @Override
    public boolean ended(TaskResult result) {
      results.put(result.handle(), result);
      try {
        journals.put(result.handle(), Files.readString(storeFile()));
      } catch (IOException none) {
        throw new UncheckedIOException(none);
      }
      return !refused.contains(result.handle());
    }
  }

  @AfterEach
  void close() {
    reelay.close();
    fixture.close();
  }

  private Path storeFile() {
    return folder.resolve("open-tasks");
  }

  private CollectOptions.Builder options() {
    return CollectOptions.builder().storeFile(storeFile()).directory(folder.resolve("videos"));
  }

  private Set<TaskHandle> kept() throws IOException {
    try (HandleStore store = JournalHandleStore.open(storeFile())) {
      return store.handles();
    }
  }

  @Test
  void reportsWhatHappenedToEachTaskThenItsEndAndThenForgetsIt() throws IOException {
    Follower follower = new Follower();
    try (CollectRun run = reelay.openRun(options().build())) {
      Collected all = run.start(List.of(DONE, REJECTED.toString()), follower).join();

      assertThat(all.saved()).containsOnlyKeys(DONE);
      assertThat(all.failed()).containsOnlyKeys(REJECTED);
      assertThat(run.left()).isEmpty();
      assertThat(run.results()).isEqualTo(follower.results).containsOnlyKeys(DONE, REJECTED);
    }
    assertThat(follower.heard.get(DONE))
        .containsExactly(
            Kind.CHANGED,
            Kind.ENDED,
            Kind.DOWNLOAD_STARTED,
            Kind.DOWNLOAD_PROGRESS,
            Kind.DOWNLOAD_ENDED);
    assertThat(follower.heard.get(REJECTED)).containsExactly(Kind.CHANGED, Kind.ENDED);
    assertThat(follower.results.get(DONE).isDone()).isTrue();
    assertThat(follower.journals)
        .allSatisfy((handle, text) -> assertThat(text).doesNotContain("-" + handle));
    assertThat(kept()).isEmpty();
  }

  @Test
  void keepsWhatTheListenerDidNotTake() throws IOException {
    Follower follower = new Follower();
    follower.refused = Set.of(DONE);
    try (CollectRun run = reelay.openRun(options().build())) {
      run.start(List.of(DONE, REJECTED), follower).join();

      assertThat(run.left()).containsExactly(DONE);
      assertThat(run.results()).containsOnlyKeys(DONE, REJECTED);
    }
    assertThat(kept()).containsExactly(DONE);
    assertThat(ofWatcher.lines()).isEmpty();
  }

  @Test
  void failsWithWhatTheListenerThrewWhenTheOthersHaveEnded() throws IOException {
    IllegalStateException defect = new IllegalStateException("a defect");
    CollectListener listener =
        new CollectListener() {
          @Override
          public boolean ended(TaskResult result) {
            if (result.handle().equals(REJECTED)) {
              throw defect;
            }
            return true;
          }
        };
    try (CollectRun run = reelay.openRun(options().build())) {
      CompletableFuture<Collected> all = run.start(List.of(REJECTED, DONE), listener);

      assertThatThrownBy(all::join).isInstanceOf(CompletionException.class).hasCause(defect);
      assertThat(run.left()).containsExactly(REJECTED);
    }
    assertThat(kept()).containsExactly(REJECTED);
  }

  @Test
  void goesOnThoughTheListenerThrowsAtAnEvent() {
    CollectListener listener =
        new CollectListener() {
          @Override
          public void on(TaskEvent event) {
            throw new IllegalStateException("a defect");
          }
        };
    try (CollectRun run = reelay.openRun(options().build())) {
      assertThat(run.start(List.of(REJECTED), listener).join().failed()).containsOnlyKeys(REJECTED);
    }
    assertThat(ofListener.lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.equals(
                    "WARNING expected the listener for 22codex:rejected-1 to return, found an"
                        + " exception (IllegalStateException)"));
  }

  @Test
  void passesOverASuspensionUntilTheLimit() throws IOException {
    Follower follower = new Follower();
    try (CollectRun run = reelay.openRun(options().limit(ofHours(4)).build())) {
      Collected all = run.start(List.of(REFUSED, DONE, ENDLESS), follower).join();

      assertThat(all.saved()).containsOnlyKeys(DONE);
      assertThat(all.unfinished()).containsOnlyKeys(REFUSED, ENDLESS);
      assertThat(fixture.elapsed()).isEqualTo(ofHours(4));
    }
    assertThat(follower.heard.get(REFUSED))
        .containsExactly(Kind.CHANGED, Kind.SUSPENDED, Kind.ENDED);
    assertThat(follower.results.get(REFUSED).outcome().kind()).isEqualTo(Outcome.Kind.REFUSED);
    assertThat(follower.results.get(ENDLESS).outcome())
        .isInstanceOfSatisfying(
            Outcome.Unfinished.class, last -> assertThat(last.lastSeen()).isNotNull());
    assertThat(kept()).containsExactlyInAnyOrder(REFUSED, ENDLESS);
  }

  @Test
  void endsASuspendedTaskImmediatelyWithoutALimit() {
    Follower follower = new Follower();
    try (CollectRun run = reelay.openRun(options().build())) {
      run.start(List.of(REFUSED), follower).join();

      assertThat(fixture.elapsed()).isZero();
      assertThat(fixture.sandbox.queries("toapis", "error-401-1")).isOne();
    }
    assertThat(follower.heard.get(REFUSED)).startsWith(Kind.CHANGED, Kind.SUSPENDED);
  }

  @Test
  void queriesEachTaskOnceIfConfigured() throws IOException {
    try (CollectRun run = reelay.openRun(options().singleQuery(true).build())) {
      Collected all = run.start(List.of(DONE, ENDLESS, "toapis:missing-1", REFUSED)).join();

      assertThat(all.unfinished()).hasSize(4);
      assertThat(run.results().values())
          .extracting(result -> result.outcome().kind())
          .containsExactly(
              Outcome.Kind.UNFINISHED,
              Outcome.Kind.UNFINISHED,
              Outcome.Kind.REFUSED,
              Outcome.Kind.REFUSED);
      assertThat(fixture.sandbox.requests()).hasSize(4);
      assertThat(fixture.elapsed()).isLessThan(ofSeconds(1));
    }
    assertThat(kept()).hasSize(4);
  }

  @Test
  void goesOnWithWhatTheStoreFileHas() throws IOException {
    try (CollectRun run = reelay.openRun(options().limit(ofHours(1)).build())) {
      assertThat(run.kept()).isEmpty();
      run.start(List.of(DONE, REJECTED)).join();
    }
    assertThat(kept()).containsExactly(DONE, REJECTED);

    try (CollectRun run = reelay.openRun(options().build())) {
      assertThat(run.kept()).containsExactly(DONE, REJECTED);
      assertThat(run.start(List.of()).join().saved()).containsOnlyKeys(DONE);
    }
    assertThat(kept()).isEmpty();
  }

  @Test
  void waitsWithoutVideosAndWithoutAStoreFile() {
    try (CollectRun run = reelay.openRun(CollectOptions.builder().build())) {
      Collected all = run.start(List.of(DONE, REJECTED)).join();

      assertThat(run.kept()).isEmpty();
      assertThat(run.results().get(DONE).downloads()).isEmpty();
      assertThat(run.results().get(DONE).isDone()).isTrue();
      assertThat(all.failed()).containsOnlyKeys(REJECTED);
      assertThat(all.saved()).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }
}
