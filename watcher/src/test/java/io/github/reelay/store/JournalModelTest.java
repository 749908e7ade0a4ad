package io.github.reelay.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that fails now and then does what a set does. */
class JournalModelTest {
  private static final List<TaskHandle> HANDLES = SampleHandles.numbered(0, 300);

  @TempDir private Path folder;
  private final Set<TaskHandle> model = new LinkedHashSet<>();
  private final FaultyFileOperations disk = new FaultyFileOperations();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doesWhatASetDoes(long seed) throws IOException {
    Random random = new Random(seed);
    // What a failed change left is cut off in time: it was not kept, and is not there later.
    disk.fails = step -> !step.equals("truncate") && random.nextInt(10) == 0;
    for (int life = 0; life < 30; life++) {
      try (HandleStore store = opened()) {
        assertThat(store.open()).as("seed %s", seed).containsExactlyElementsOf(model);
        for (int i = 0; i < 15; i++) {
          change(store, random);
        }
        assertThat(store.open()).as("seed %s", seed).containsExactlyElementsOf(model);
      }
    }
    assertThat(disk.steps).contains("replace", "truncate");
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
    boolean opens = random.nextBoolean();
    try {
      if (opens) {
        store.open(some);
        model.addAll(some);
      } else {
        store.close(some);
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
