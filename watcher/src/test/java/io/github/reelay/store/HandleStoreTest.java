package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store keeps to. */
class HandleStoreTest {
  @TempDir private Path folder;

  private HandleStore store(String kind) throws IOException {
    return kind.equals("memory")
        ? HandleStore.inMemory()
        : JournalHandleStore.open(folder.resolve("state"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void answersWhatIsOpenInTheOrderOfOpening(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.open(List.of(SampleHandles.THIRD, SampleHandles.FIRST));
      store.open(List.of(SampleHandles.SECOND));
      store.close(List.of(SampleHandles.FIRST));
      store.open(List.of(SampleHandles.FIRST));

      assertThat(store.open())
          .containsExactly(SampleHandles.THIRD, SampleHandles.SECOND, SampleHandles.FIRST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void changesNothingWhenToldTwice(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.open(List.of(SampleHandles.FIRST, SampleHandles.SECOND, SampleHandles.FIRST));
      store.open(List.of(SampleHandles.FIRST));
      store.close(List.of(SampleHandles.SECOND, SampleHandles.SECOND, SampleHandles.THIRD));
      store.close(List.of(SampleHandles.SECOND));

      assertThat(store.open()).containsExactly(SampleHandles.FIRST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void handsOutACopy(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.open(List.of(SampleHandles.FIRST));
      Set<TaskHandle> before = store.open();

      store.close(List.of(SampleHandles.FIRST));

      assertThat(before).containsExactly(SampleHandles.FIRST);
      assertThat(store.open()).isEmpty();
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

      assertThat(store.open()).hasSize(200).contains(SampleHandles.numbered(150, 151).get(0));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void openAllCloseHalf(HandleStore store, List<TaskHandle> own) throws IOException {
    for (TaskHandle handle : own) {
      store.open(List.of(handle));
    }
    for (TaskHandle handle : own.subList(0, 50)) {
      store.close(List.of(handle));
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "journal"})
  void saysHowManyAreOpen(String kind) throws IOException {
    try (HandleStore store = store(kind)) {
      store.open(List.of(SampleHandles.FIRST, SampleHandles.SECOND));

      String place = kind.equals("memory") ? "memory" : folder.toRealPath().resolve("state") + "";
      assertThat(store).hasToString("handles in " + place + ", 2 open");
    }
  }
}
