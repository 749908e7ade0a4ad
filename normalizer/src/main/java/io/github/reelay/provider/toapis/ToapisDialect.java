package io.github.reelay.provider.toapis;

import io.github.reelay.client.toapis.VideoTasksApi;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** The dialect of toapis. Source: toapis.yaml, operation getVideoTask. */
public final class ToapisDialect extends Dialect {
  private static final ProviderProfile PROFILE =
      new ProviderProfile(
          "toapis",
          URI.create("https://toapis.com"), // T3
          "/v1/videos/generations/{id}", // T2
          URI.create("https://docs.toapis.com/llms.txt"), // T11
          LocalDate.of(2026, 11, 21),
          new PollingDefaults(
              Duration.ofSeconds(5), // T43
              Duration.ofSeconds(10), // T44
              Duration.ofSeconds(600), // T45, T47
              50), // TE10, the lowest of its three levels
          Set.of("task_not_found"), // T65
          ProviderProfile.RECORDS_KEPT); // nothing is documented

  /** For {@link java.util.ServiceLoader}, and for whoever names the dialect explicitly. */
  public ToapisDialect() {
    super(
        PROFILE,
        new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw),
        new ToapisMapper());
  }
}
