package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that fails now and then does what a map of handles and times does. */
class JournalModelTest {
  private static final List<TaskHandle> HANDLES = SampleHandles.numbered(0, 300);

  @TempDir private Path folder;
  private final Map<TaskHandle, Optional<Instant>> model = new LinkedHashMap<>();
  private final FaultyFileOperations disk = new FaultyFileOperations();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doesWhatAMapDoes(long seed) throws IOException {
    Random random = new Random(seed);
    // What a failed change left is cut off in time: it was not kept, and is not there later.
    disk.fails = step -> !step.equals("truncate") && random.nextInt(10) == 0;
    for (int life = 0; life < 30; life++) {
      try (HandleStore store = opened()) {
        assertSame(store, seed);
        for (int i = 0; i < 15; i++) {
          change(store, random);
        }
        assertSame(store, seed);
      }
    }
    assertThat(disk.steps).contains("replace", "truncate");
  }

  private void assertSame(HandleStore store, long seed) {
    assertThat(store.handles()).as("seed %s", seed).containsExactlyElementsOf(model.keySet());
    model.forEach((handle, at) -> assertThat(store.submittedAt(handle)).isEqualTo(at.orElse(null)));
  }

  private HandleStore opened() throws IOException {
    while (true) {
      try {
        return JournalHandleStore.open(folder.resolve("state"), disk);
      } catch (IOException failed) {
        assertThat(failed).hasMessageContaining(" failed'");
      }
    }
  }

  private void change(HandleStore store, Random random) throws IOException {
    List<TaskHandle> some = some(random);
    int kind = random.nextInt(8);
    try {
      if (kind < 3) {
        store.add(some);
        some.forEach(handle -> model.putIfAbsent(handle, Optional.empty()));
      } else if (kind == 3) {
        Map<TaskHandle, Instant> timed = new LinkedHashMap<>();
        some.forEach(handle -> timed.put(handle, Instant.ofEpochMilli(random.nextLong(1L << 41))));
        store.add(timed);
        timed.forEach((handle, at) -> model.putIfAbsent(handle, Optional.of(at)));
      } else {
        store.remove(some);
        some.forEach(model::remove);
      }
    } catch (IOException failed) {
      assertThat(failed).hasMessageContaining(" failed'");
    }
  }

  private static List<TaskHandle> some(Random random) {
    int many = random.nextInt(3) == 0 ? 1 : random.nextInt(200);
    return Stream.generate(() -> HANDLES.get(random.nextInt(HANDLES.size()))).limit(many).toList();
  }
}
