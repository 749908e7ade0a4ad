package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is closed leaves no thread and no descriptor. */
@Timeout(60)
class ReleaseTest {
  private static final int COUNT = 200;

  @TempDir private Path folder;

  private static Set<Thread> threads() {
    Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
    all.removeIf(thread -> !thread.getName().startsWith("reelay-"));
    return all;
  }

  private static void assertEnded(Set<Thread> before) throws InterruptedException {
    Set<Thread> started = threads();
    started.removeAll(before);
    for (Thread thread : started) {
      thread.join(30_000);
    }
    assertThat(started).noneMatch(Thread::isAlive);
  }

  private static Providers providers() {
    byte[] body = StatusBodies.running("toapis", "t-1", 5).getBytes(StandardCharsets.UTF_8);
    Provider provider =
        Provider.builder(new ToapisDialect())
            .transport(
                request ->
                    CompletableFuture.completedFuture(new RecordedResponse(200, Map.of(), body)))
            .key(() -> "key")
            .executor(Runnable::run)
            .build();
    return Providers.of(List.of(provider));
  }

  @Test
  void watchers() throws Exception {
    Set<Thread> before = threads();
    for (int i = 0; i < COUNT; i++) {
      CompletableFuture<Void> heard = new CompletableFuture<>();
      try (Watcher watcher =
          Watcher.builder(providers()).listener(event -> heard.complete(null)).build()) {
        watcher.add(TaskHandle.parse("toapis:t-1"));
        heard.join();
      }
    }

    assertEnded(before);
  }

  @Test
  void watchersThatNeverDidAnything() throws Exception {
    Set<Thread> before = threads();
    for (int i = 0; i < COUNT; i++) {
      Watcher.of(providers()).close();
    }

    assertEnded(before);
  }

  @Test
  void schedulersWithWorkThatWasNotDueYet() throws Exception {
    Set<Thread> before = threads();
    for (int i = 0; i < COUNT; i++) {
      try (Scheduler scheduler = Scheduler.ofSystem()) {
        scheduler.schedule(() -> {}, scheduler.nanoTime() + 1_000_000_000_000L);
      }
    }

    assertEnded(before);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void journals() throws Exception {
    Path file = folder.resolve("journal");
    for (int i = 0; i < COUNT; i++) {
      try (HandleStore store = JournalHandleStore.open(file)) {
        store.add(List.of(new TaskHandle("toapis", "t-" + i)));
        store.remove(List.of(new TaskHandle("toapis", "t-" + i)));
      }
    }

    assertThat(descriptors()).noneMatch(target -> target.contains(folder.toString()));
  }

  private static List<String> descriptors() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.map(ReleaseTest::target).toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
