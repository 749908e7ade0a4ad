package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Retry;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the provider gives no URL for a download. */
class NoFreshUrlTest {
  @TempDir Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  @Test
  void reportsWhyTheProviderShowsNoTask() {
    Downloader downloader = fixture.open(fixture.timed());

    DownloadOutcome outcome =
        DownloadFixture.get(
            downloader.download(new TaskHandle("toapis", "missing-1"), fixture.file));

    DownloadFailure failure = DownloadFixture.failure(outcome);
    assertThat(failure.kind()).isEqualTo(DownloadFailureKind.PROVIDER);
    assertThat(failure.provider().kind()).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(failure.retry()).isEqualTo(Retry.NO);
    assertThat(failure.message())
        .isEqualTo(
            "toapis:missing-1: expected its URL from toapis, found not-found; see the provider's"
                + " failure");
  }

  @Test
  void reportsThatATaskHasNoVideo() {
    Downloader downloader = fixture.open(fixture.timed());
    VideoTask running = VideoTask.builder("toapis", "ok-1", new TaskState.Running()).build();

    DownloadOutcome given = DownloadFixture.get(downloader.download(running, fixture.file));
    DownloadOutcome queried =
        DownloadFixture.get(downloader.download(new TaskHandle("toapis", "fails-1"), fixture.file));

    assertThat(DownloadFixture.failure(given))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.NO_VIDEO,
                "toapis:ok-1: expected a task that has succeeded, found that it is running; wait"
                    + " for it, or query it again"));
    assertThat(DownloadFixture.failure(queried).kind()).isEqualTo(DownloadFailureKind.NO_VIDEO);
  }

  @Test
  void reportsThatAProviderIsUnknownOrHasNoKey() {
    Providers keyless =
        Providers.of(List.of(Provider.builder(new ToapisDialect()).key(() -> null).build()));
    try (keyless;
        Downloader downloader = Downloader.builder(keyless).build()) {
      DownloadOutcome unknown =
          DownloadFixture.get(downloader.download(new TaskHandle("nobody", "1"), fixture.file));
      DownloadOutcome noKey =
          DownloadFixture.get(downloader.download(new TaskHandle("toapis", "1"), fixture.file));

      assertThat(DownloadFixture.failure(unknown))
          .isEqualTo(
              DownloadFixture.failure(
                  DownloadFailureKind.PROVIDER,
                  "nobody:1: expected to query nobody for its URL, found that this cannot be:"
                      + " expected one of the providers toapis, found 'nobody'"));
      assertThat(DownloadFixture.failure(noKey).message())
          .contains("REELAY_TOAPIS_API_KEY")
          .startsWith("toapis:1: ");
    }
  }

  @Test
  void repeatsNothingThatTheKeySupplierSays() {
    Provider locked =
        Provider.builder(new ToapisDialect())
            .key(
                () -> {
                  throw new IllegalArgumentException("sk-secret is no key");
                })
            .build();
    try (Providers providers = Providers.of(List.of(locked));
        Downloader downloader = Downloader.builder(providers).build()) {
      DownloadOutcome outcome =
          DownloadFixture.get(downloader.download(new TaskHandle("toapis", "1"), fixture.file));

      assertThat(DownloadFixture.failure(outcome).message())
          .isEqualTo(
              "toapis:1: expected to query toapis for its URL, found that this cannot be: it"
                  + " failed");
    }
  }

  @Test
  void reportsThatAnIdCannotBeQueried() {
    Downloader downloader = fixture.open(fixture.timed());

    DownloadOutcome outcome =
        DownloadFixture.get(downloader.download(new TaskHandle("toapis", ".."), fixture.file));

    assertThat(DownloadFixture.failure(outcome).kind()).isEqualTo(DownloadFailureKind.PROVIDER);
    assertThat(DownloadFixture.failure(outcome).message())
        .contains("expected a task id")
        .contains("'..'");
  }
}
