package io.github.reelay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.time.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CollectRunTest {
  private static final TaskHandle TASK = TaskHandle.parse("toapis:ok-1");

  @TempDir private Path folder;
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();

  /** Shows what was added to it only when the video of it is being fetched, and then for ever. */
  private final class SlowStore implements HandleStore {
    private final Set<TaskHandle> added = ConcurrentHashMap.newKeySet();

    @Override
    public Set<TaskHandle> handles() {
      PatientWait.await("the video is fetched").until(() -> added.isEmpty() || isFetched());
      return Set.copyOf(added);
    }

    private boolean isFetched() {
      return sandbox.requests().stream().anyMatch(each -> each.target().startsWith("/files/"));
    }

    @Override
    public void add(Collection<TaskHandle> handles) {
      added.addAll(handles);
    }

    @Override
    public void remove(Collection<TaskHandle> handles) {}

    @Override
    public void close() {}
  }

  @Test
  void aTaskThatEndsWhileTheStoreIsReadIsQueriedOnce() {
    Map<String, String> environment =
        Map.of(
            EnvironmentVariables.baseUrl("toapis"), sandbox.baseUrl("toapis").toString(),
            EnvironmentVariables.key("toapis"), sandbox.apiKey("toapis"));
    try (sandbox;
        Scheduler time = Scheduler.ofSystem();
        Providers providers = Providers.discover(environment);
        CollectRun run = new CollectRun(context(providers, time), options(), new SlowStore())) {
      Collected collected = run.await(Set.of(TASK));

      assertThat(collected.saved()).containsOnlyKeys(TASK);
      assertThat(sandbox.queries("toapis", "ok-1")).isEqualTo(1);
    }
  }

  private CollectOptions options() {
    return CollectOptions.builder().directory(folder).build();
  }

  private static ReelayContext context(Providers providers, Scheduler time) {
    return new ReelayContext(
        providers,
        time,
        UnaryOperator.identity(),
        downloads -> downloads.allowPrivateAddresses(true),
        List.of(),
        null,
        new RateShares(),
        Duration.ofSeconds(1));
  }
}
