package io.github.reelay.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cluster.ClusterWatcher;
import io.github.reelay.download.Downloader;
import io.github.reelay.micrometer.ReelayMetrics;
import io.github.reelay.micrometer.ReelayObservations;
import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.TaskListener;
import io.github.reelay.watch.Watcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** Each bean that a program defines takes the place of ours, and what is absent is not needed. */
@Timeout(60)
class BackOffTest {

  private static <T> void assertBacksOff(ApplicationContextRunner runner, Class<T> type, T own) {
    runner
        .withBean("own", type, () -> own)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(type);
              assertThat(context.getBean(type)).isSameAs(own);
            });
  }

  @Test
  void everyBeanBacksOff() {
    ApplicationContextRunner all =
        SandboxContext.plain()
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(ObservationRegistry.class, ObservationRegistry::create)
            .withPropertyValues(
                "reelay.page.port=0", "management.endpoints.web.exposure.include=reelay");
    Providers providers = Providers.of(List.of());
    assertBacksOff(all, Providers.class, providers);
    assertBacksOff(all, HandleStore.class, HandleStore.inMemory());
    assertBacksOff(all, Downloader.class, Downloader.builder(providers).build());
    assertBacksOff(all, Watcher.class, Watcher.builder(providers).build());
    assertBacksOff(all, WatchPage.class, WatchPage.builder(providers).start());
    assertBacksOff(all, ReelayMetrics.class, new ReelayMetrics(new SimpleMeterRegistry()));
    assertBacksOff(
        all, ReelayObservations.class, new ReelayObservations(ObservationRegistry.create()));
    all.withBean("reelayHealthIndicator", HealthIndicator.class, () -> () -> Health.up().build())
        .run(
            context ->
                assertThat(context)
                    .hasSingleBean(HealthIndicator.class)
                    .doesNotHaveBean(ReelayHealthIndicator.class));
  }

  @Test
  void aReplicaOfTheProgramTakesThePlaceOfOursAndOfTheWatcher() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:own;DB_CLOSE_DELAY=-1");
    Supplier<ClusterWatcher> own =
        () -> ClusterWatcher.builder(Providers.of(List.of())).database(database).start();
    for (String type : List.of("cluster", "memory")) {
      SandboxContext.plain()
          .withBean(DataSource.class, () -> database)
          .withBean("own", ClusterWatcher.class, own)
          .withPropertyValues("reelay.store.type=" + type)
          .run(
              context ->
                  assertThat(context)
                      .hasNotFailed()
                      .hasSingleBean(ClusterWatcher.class)
                      .doesNotHaveBean(Watcher.class)
                      .doesNotHaveBean(HandleStore.class));
    }
  }

  @Test
  void whatIsNotOnTheClassPathIsNotNeeded() {
    for (String absent :
        List.of(
            "io.micrometer",
            "org.springframework.boot.actuate.endpoint",
            "org.springframework.boot.health.contributor",
            "jakarta.servlet",
            "io.github.reelay.page",
            "io.github.reelay.cluster",
            "io.github.reelay.micrometer")) {
      SandboxContext.plain()
          .withClassLoader(new FilteredClassLoader(absent))
          .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Watcher.class));
    }
  }

  @Test
  void aReactiveApplicationGetsTheSame() {
    new ReactiveWebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ReelayAutoConfiguration.class, ReelayWatcherAutoConfiguration.class))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Watcher.class));
  }

  /** One that watches the next task when a task has ended. */
  static final class Chain implements TaskListener {
    private final ObjectProvider<Watcher> watcher;
    private final BlockingQueue<TaskHandle> ended = new LinkedBlockingQueue<>();

    Chain(ObjectProvider<Watcher> watcher) {
      this.watcher = watcher;
    }

    @Override
    public void on(TaskEvent event) {
      if (event.kind() == TaskEvent.Kind.ENDED) {
        ended.add(event.handle());
        if (event.handle().id().equals("ok-1")) {
          watcher.getObject().add(new TaskHandle("toapis", "ok-2"));
        }
      }
    }
  }

  @Test
  void aListenerMayNeedTheWatcher() {
    try (SandboxContext fixture = new SandboxContext()) {
      fixture
          .runner()
          .withBean(Chain.class)
          .run(
              context -> {
                context.getBean(Watcher.class).add(new TaskHandle("toapis", "ok-1"));
                BlockingQueue<TaskHandle> ended = context.getBean(Chain.class).ended;
                assertThat(ended.poll(30, TimeUnit.SECONDS).id()).isEqualTo("ok-1");
                assertThat(ended.poll(30, TimeUnit.SECONDS).id()).isEqualTo("ok-2");
              });
    }
  }
}
