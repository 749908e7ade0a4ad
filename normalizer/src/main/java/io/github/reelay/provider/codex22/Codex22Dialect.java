package io.github.reelay.provider.codex22;

import io.github.reelay.client.codex22.VideoTasksApi;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;

/** The dialect of 22codex. Source: 22codex.yaml, operation getVideoTask. */
public final class Codex22Dialect extends Dialect {
  private static final ProviderProfile PROFILE =
      new ProviderProfile(
          "22codex",
          URI.create("https://new.22codex.xyz"), // C9
          "/v1/videos/video_id?id={id}", // C3, C13; CC1: the literal path, the id in the query
          URI.create("https://docs.22codex.xyz/427877348e0.html"), // CE1
          LocalDate.of(2026, 11, 21),
          new PollingDefaults( // CC24: nothing is documented, these are ours
              Duration.ZERO, Duration.ofSeconds(10), Duration.ofMinutes(15), null),
          Set.of("task_not_exist"), // inferred: the gateway that it runs on answers so
          ProviderProfile.RECORDS_KEPT); // nothing is documented

  /** For {@link java.util.ServiceLoader}, and for whoever names the dialect explicitly. */
  public Codex22Dialect() {
    super(
        PROFILE,
        new ClientBinding<>(VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw),
        new Codex22Mapper());
  }
}
