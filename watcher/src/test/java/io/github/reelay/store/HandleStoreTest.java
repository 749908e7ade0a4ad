package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to. */
class HandleStoreTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path folder;

  private HandleStore store(String kind) throws IOException {
    return kind.equals("memory")
        ? HandleStore.inMemory()
        : JournalHandleStore.open(folder.resolve("state"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void listsWhatIsOpenInTheOrderOfOpening(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.add(List.of(SampleHandles.THIRD, SampleHandles.FIRST));
      store.add(List.of(SampleHandles.SECOND));
      store.remove(List.of(SampleHandles.FIRST));
      store.add(List.of(SampleHandles.FIRST));

      assertThat(store.handles())
          .containsExactly(SampleHandles.THIRD, SampleHandles.SECOND, SampleHandles.FIRST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void changesNothingWhenCalledTwice(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.add(List.of(SampleHandles.FIRST, SampleHandles.SECOND, SampleHandles.FIRST));
      store.add(List.of(SampleHandles.FIRST));
      store.remove(List.of(SampleHandles.SECOND, SampleHandles.SECOND, SampleHandles.THIRD));
      store.remove(List.of(SampleHandles.SECOND));

      assertThat(store.handles()).containsExactly(SampleHandles.FIRST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void handsOutACopy(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.add(List.of(SampleHandles.FIRST));
      Set<TaskHandle> before = store.handles();

      store.remove(List.of(SampleHandles.FIRST));

      assertThat(before).containsExactly(SampleHandles.FIRST);
      assertThat(store.handles()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void isSafeForManyThreads(String kind) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (HandleStore store = store(kind)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        List<TaskHandle> own = SampleHandles.numbered(i * 100, i * 100 + 100);
        done.add(threads.submit(() -> openAllCloseHalf(store, own)));
      }
      for (Future<?> each : done) {
        each.get(30, TimeUnit.SECONDS);
      }

      assertThat(store.handles()).hasSize(200).contains(SampleHandles.numbered(150, 151).get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void openAllCloseHalf(HandleStore store, List<TaskHandle> own) throws IOException {
    for (TaskHandle handle : own) {
      store.add(List.of(handle));
    }
    for (TaskHandle handle : own.subList(0, 50)) {
      store.remove(List.of(handle));
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void saysHowManyAreOpen(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.add(List.of(SampleHandles.FIRST, SampleHandles.SECOND));

      String place = kind.equals("memory") ? "memory" : folder.toRealPath().resolve("state") + "";
      assertThat(store).hasToString("handles in " + place + ", 2 open");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void knowsWhenATaskWasSubmitted(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.add(List.of(SampleHandles.FIRST));
      store.add(Map.of(SampleHandles.SECOND, TIME));

      assertThat(store.submittedAt(SampleHandles.FIRST)).isNull();
      assertThat(store.submittedAt(SampleHandles.SECOND)).isEqualTo(TIME);
      assertThat(store.contains(SampleHandles.SECOND)).isTrue();
      assertThat(store.contains(SampleHandles.THIRD)).isFalse();

      store.remove(List.of(SampleHandles.SECOND));
      store.add(List.of(SampleHandles.SECOND));
      assertThat(store.submittedAt(SampleHandles.SECOND)).isNull();
    }
  }

  @Test
  void aStoreOfFourMethodsForgetsTheTimes() throws IOException {
    HandleStore memory = HandleStore.inMemory();
    HandleStore own =
        new HandleStore() {
          @Override
          public Set<TaskHandle> handles() {
            return memory.handles();
          }

          @Override
          public void add(Collection<TaskHandle> handles) throws IOException {
            memory.add(handles);
          }

          @Override
          public void remove(Collection<TaskHandle> handles) throws IOException {
            memory.remove(handles);
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };

    own.add(Map.of(SampleHandles.FIRST, TIME));

    assertThat(own.handles()).containsExactly(SampleHandles.FIRST);
    assertThat(own.contains(SampleHandles.FIRST)).isTrue();
    assertThat(own.submittedAt(SampleHandles.FIRST)).isNull();
  }
}
