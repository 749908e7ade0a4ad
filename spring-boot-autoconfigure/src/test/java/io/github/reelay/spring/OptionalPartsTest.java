package io.github.reelay.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.micrometer.ReelayMetrics;
import io.github.reelay.micrometer.ReelayObservations;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Watcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import tools.jackson.databind.json.JsonMapper;

/** What is there only if its module, its class or its property is. */
@Timeout(60)
class OptionalPartsTest {
  private final SandboxContext fixture = new SandboxContext();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void healthIsDownWhileAProviderRefusesAndUpAgainWhenItShowsATask() {
    fixture
        .runner()
        .run(
            context -> {
              HealthIndicator health = context.getBean(HealthIndicator.class);
              assertThat(health.health().getStatus()).isEqualTo(Status.UP);
              Providers providers = context.getBean(Providers.class);

              providers.query(new TaskHandle("toapis", "error-401-1"));

              Health refused = health.health();
              assertThat(refused.getStatus()).isEqualTo(Status.DOWN);
              assertThat(refused.getDetails())
                  .containsEntry("providers", Map.of("toapis", "unauthorized"))
                  .containsEntry("store", "writable");

              providers.query(new TaskHandle("toapis", "ok-1"));

              assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            });
    fixture
        .runner()
        .withPropertyValues("management.health.reelay.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void healthIsDownWhileTheStoreCannotBeWritten() {
    fixture
        .runner()
        .run(
            context -> {
              HealthIndicator health = context.getBean(HealthIndicator.class);
              ProviderStates states = context.getBean(ProviderStates.class);

              states.storeWritten(1, Duration.ZERO, new IOException("no space"));

              assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.health().getDetails()).containsEntry("store", "not written");

              states.storeWritten(1, Duration.ZERO, null);

              assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void oneBadResponseIsNotAnUnreachableProvider() {
    fixture
        .runner()
        .run(
            context -> {
              Providers providers = context.getBean(Providers.class);
              HealthIndicator health = context.getBean(HealthIndicator.class);
              providers.query(new TaskHandle("22codex", "error-502-1"));
              providers.query(new TaskHandle("22codex", "error-502-1"));
              assertThat(health.health().getStatus()).isEqualTo(Status.UP);

              providers.query(new TaskHandle("22codex", "error-502-1"));

              assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void theEndpointShowsWhatIsOpenWhereItIsExposed() {
    fixture
        .runner()
        .withPropertyValues("management.endpoints.web.exposure.include=reelay")
        .run(
            context -> {
              Watcher watcher = context.getBean(Watcher.class);
              OpenTaskList seen = context.getBean(OpenTaskList.class);
              TaskHandle task = new TaskHandle("toapis", "never-1");
              watcher.add(task);
              patiently("the task is seen").until(() -> seen.count() > 0);

              ReelayEndpoint.Open open = context.getBean(ReelayEndpoint.class).open(null);

              assertThat(open.count()).isEqualTo(1);
              assertThat(open.tasks()).singleElement().isEqualTo(seen.get(task));
              assertThat(open.tasks().get(0).status()).isEqualTo("running");
              assertThat(context.getBean(ReelayEndpoint.class).open(0).tasks()).isEmpty();
            });
    fixture.runner().run(context -> assertThat(context).doesNotHaveBean(OpenTaskList.class));
  }

  @Test
  void metricsAndTracesComeWithTheirModuleAndTheirRegistry() {
    fixture
        .runner()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withBean(ObservationRegistry.class, ObservationRegistry::create)
        .run(
            context -> {
              context.getBean(Providers.class).query(new TaskHandle("toapis", "ok-1"));
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              assertThat(registry.get("reelay.queries").timer().count()).isEqualTo(1);
              assertThat(context).hasSingleBean(ReelayObservations.class);
            });
    fixture
        .runner()
        .withClassLoader(new FilteredClassLoader(ReelayMetrics.class))
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Watcher.class));
  }

  @Test
  void aPageIsServedWhereAPortIsSet() {
    fixture
        .runner()
        .withPropertyValues("reelay.page.port=0")
        .run(
            context -> {
              WatchPage page = context.getBean(WatchPage.class);
              context.getBean(Watcher.class).await(new TaskHandle("toapis", "ok-1"));
              try (InputStream html = page.url().toURL().openStream()) {
                assertThat(new String(html.readAllBytes(), UTF_8)).contains("<title>");
              }
            });
    fixture
        .runner()
        .withPropertyValues("reelay.page.port=0", "reelay.page.address=0.0.0.0")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("expected a token for a page at"));
    fixture.runner().run(context -> assertThat(context).doesNotHaveBean(WatchPage.class));
    fixture
        .runner()
        .withClassLoader(new FilteredClassLoader(WatchPage.class))
        .withPropertyValues("reelay.page.port=0")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aClusterTakesThePlaceOfTheWatcher() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:starter;DB_CLOSE_DELAY=-1");
    fixture
        .runner()
        .withBean(DataSource.class, () -> database)
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .withPropertyValues("reelay.store.type=cluster")
        .run(
            context -> {
              assertThat(context).hasNotFailed().doesNotHaveBean(Watcher.class);
              ClusterWatcher cluster = context.getBean(ClusterWatcher.class);
              VideoTask task =
                  cluster
                      .await(new TaskHandle("22codex", "ok-1"), Duration.ofSeconds(40))
                      .succeededOrThrow();
              assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              patiently("the end, which is in the database, is counted")
                  .untilAsserted(() -> assertThat(ended(registry)).isEqualTo(1));
              assertThat(registry.find("reelay.store.writes").meter()).isNull();
            });
  }

  private static long ended(MeterRegistry registry) {
    return registry.find("reelay.tasks.ended").timers().stream().mapToLong(Timer::count).sum();
  }

  @Test
  void aClusterWithoutItsModuleOrADatabaseIsAnErrorAtTheStart() {
    fixture
        .runner()
        .withClassLoader(new FilteredClassLoader(ClusterWatcher.class))
        .withPropertyValues("reelay.store.type=cluster")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "expected reelay-cluster on the class path and a DataSource for"
                            + " reelay.store.type=cluster, found that one of them is missing"));
  }

  @Test
  void aTaskIsTheCanonicalJsonInTheMapperOfTheApplication() {
    fixture
        .runner()
        .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
        .run(
            context -> {
              JsonMapper mapper = context.getBean(JsonMapper.class);
              VideoTask task =
                  context
                      .getBean(Providers.class)
                      .query(new TaskHandle("toapis", "ok-1"))
                      .taskOrThrow();

              String json = mapper.writeValueAsString(task);

              assertThat(json).isEqualTo(CanonicalJson.line(task));
              assertThat(mapper.readValue(json, VideoTask.class)).isEqualTo(task);
            });
  }

  @Test
  void listenersRunOnVirtualThreadsWhereSpringDoes() {
    Assumptions.assumeTrue(
        Runtime.version().feature() >= 21, "virtual threads need Java 21; this is an older one");
    fixture
        .runner()
        .withPropertyValues("spring.threads.virtual.enabled=true")
        .run(
            context -> {
              Thread listening =
                  context
                      .getBean(Watcher.class)
                      .watch(new TaskHandle("toapis", "ok-1"))
                      .thenApply(outcome -> Thread.currentThread())
                      .join();
              assertThat(context).hasSingleBean(ReelayThreads.class);
              assertThat(listening.getName()).startsWith("reelay-");
              assertThat(Thread.class.getMethod("isVirtual").invoke(listening)).isEqualTo(true);
            });
  }

  /** For what other threads do, which give no signal. */
  private static ConditionFactory patiently(String claim) {
    return Awaitility.await(claim)
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5));
  }
}
