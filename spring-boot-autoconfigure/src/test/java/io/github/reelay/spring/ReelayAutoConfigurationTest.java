package io.github.reelay.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.Downloader;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.Watcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** What the properties make, and what backs off. */
@Timeout(60)
class ReelayAutoConfigurationTest {
  private static final TaskHandle TASK = new TaskHandle("toapis", "ok-1");

  private final SandboxContext fixture = new SandboxContext();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void everythingHasADefaultAndCanBeSwitchedOff() {
    SandboxContext.plain()
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(Providers.class)
                    .hasSingleBean(HandleStore.class)
                    .hasSingleBean(Downloader.class)
                    .hasSingleBean(Watcher.class));
    SandboxContext.plain()
        .withPropertyValues("reelay.enabled=false")
        .run(
            context ->
                assertThat(context)
                    .doesNotHaveBean(Providers.class)
                    .doesNotHaveBean(Watcher.class)
                    .doesNotHaveBean(ReelayEndpoint.class));
  }

  @Test
  void whatAProgramDefinesTakesThePlaceOfOurs() {
    Providers providers = Providers.of(List.of());
    HandleStore store = HandleStore.inMemory();
    SandboxContext.plain()
        .withBean(Providers.class, () -> providers)
        .withBean(HandleStore.class, () -> store)
        .run(
            context -> {
              assertThat(context.getBean(Providers.class)).isSameAs(providers);
              assertThat(context.getBean(HandleStore.class)).isSameAs(store);
              assertThat(context).hasSingleBean(Watcher.class);
            });
  }

  @Test
  void aTaskEndsAndItsVideoIsSavedAndBothAreEventsOfTheApplication() {
    BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    fixture
        .runner()
        .withPropertyValues("reelay.downloads.directory=" + folder.resolve("videos"))
        .withInitializer(
            context ->
                context.addApplicationListener(
                    (ApplicationListener<PayloadApplicationEvent<?>>)
                        event -> events.add(event.getPayload())))
        .run(
            context -> {
              Outcome outcome =
                  context.getBean(Watcher.class).watchAll(List.of(TASK)).join().get(0);

              assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FINISHED);
              assertThat(folder.resolve("videos/toapis-ok-1.mp4")).hasSize(17_993);
              assertThat(events.poll(30, TimeUnit.SECONDS)).isInstanceOf(TaskEvent.Ended.class);
              assertThat(events.poll(30, TimeUnit.SECONDS))
                  .isInstanceOf(TaskEvent.DownloadStarted.class);
              assertThat(events.poll(30, TimeUnit.SECONDS))
                  .isInstanceOf(TaskEvent.DownloadEnded.class);
            });
  }

  @Test
  void aJournalKeepsAHandleOverARestartAndItIsResumed() {
    Path journal = folder.resolve("open-tasks");
    TaskHandle running = new TaskHandle("toapis", "never-1");
    fixture
        .runner()
        .withPropertyValues("reelay.store.file=" + journal)
        .run(context -> context.getBean(Watcher.class).add(running));

    fixture
        .runner()
        .withPropertyValues("reelay.store.file=" + journal)
        .run(
            context ->
                assertThat(context.getBean(Watcher.class).unfinished()).containsExactly(running));
    fixture
        .runner()
        .withPropertyValues("reelay.store.file=" + journal, "reelay.resume=false")
        .run(context -> assertThat(context.getBean(Watcher.class).unfinished()).isEmpty());
  }

  @Test
  void propertiesDescribeProviders() {
    fixture
        .runner()
        .withPropertyValues(
            "reelay.providers.twin.dialect=toapis",
            "reelay.providers.twin.base-url=" + fixture.sandbox.baseUrl("toapis"),
            "reelay.providers.twin.deadline=7s",
            "REELAY_TWIN_API_KEY=" + fixture.sandbox.apiKey("toapis"),
            "reelay.dialects=../docs/dialects/data-output.yaml")
        .withBean(
            ProviderCustomizer.class,
            () ->
                (name, builder) -> {
                  if (name.equals("22codex")) {
                    builder.deadline(Duration.ofSeconds(3));
                  }
                })
        .run(
            context -> {
              Providers providers = context.getBean(Providers.class);
              assertThat(providers.all())
                  .extracting(Provider::name)
                  .contains("data-output", "toapis", "twin");
              assertThat(providers.get("twin").deadline()).isEqualTo(Duration.ofSeconds(7));
              assertThat(providers.get("22codex").deadline()).isEqualTo(Duration.ofSeconds(3));
              assertThat(providers.get("twin").query("ok-1").kind())
                  .isEqualTo(QueryResult.Kind.FOUND);
            });
  }

  @Test
  void aMisspeltProviderAndAMissingFileAreErrorsAtTheStart() {
    SandboxContext.plain()
        .withPropertyValues("reelay.providers.topais.api-key=x")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("topais")
                    .hasMessageContaining("toapis"));
    SandboxContext.plain()
        .withPropertyValues("reelay.store.type=journal")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "expected reelay.store.file for reelay.store.type=journal, found none"));
  }

  @Test
  void noPropertyShowsASecret() {
    assertThat(
            new ReelayProperties.ProviderSettings(
                    "sk-secret", null, null, null, null, null, null, null)
                .toString())
        .doesNotContain("secret");
    assertThat(new ReelayProperties.NetworkProperties("http://u:secret@p:1", null).toString())
        .doesNotContain("secret");
  }

  @Test
  void watchingStopsBeforeTheWebServerWaitsForItsRequests() {
    assertThat(new WatcherLifecycle(() -> {}).getPhase())
        .isGreaterThan(WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE);
    fixture
        .runner()
        .run(
            context -> {
              context.getBean(WatcherLifecycle.class).stop();
              assertThatThrownBy(() -> context.getBean(Watcher.class).add(TASK))
                  .isInstanceOf(IllegalStateException.class);
            });
  }
}
