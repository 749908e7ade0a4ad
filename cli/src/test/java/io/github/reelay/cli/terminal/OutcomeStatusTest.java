package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeStatusTest {
  @ParameterizedTest
  @CsvSource({
    "NO_VIDEO, 1",
    "PROVIDER, 5",
    "EXPIRED, 5",
    "GONE, 5",
    "REFUSED, 5",
    "BAD_URL, 5",
    "FORBIDDEN_ADDRESS, 5",
    "TOO_MANY_REDIRECTS, 5",
    "NOT_A_VIDEO, 5",
    "TOO_LARGE, 5",
    "UNREACHABLE, 5",
    "STALLED, 5",
    "BUSY, 5",
    "DISK, 70",
    "CLOSED, 3",
  })
  void ofADownloadThatFailed(DownloadFailureKind kind, int code) {
    assertThat(OutcomeStatus.of(notSaved(kind, null)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"UNAUTHORIZED, 4", "NOT_FOUND, 4", "RATE_LIMITED, 4", "PROVIDER_ERROR, 5"})
  void ofADownloadWhoseProviderShowedNoUrl(FailureKind kind, int code) {
    Failure failure = Failure.builder(kind, Origin.RELAY).httpStatus(400).build();

    assertThat(OutcomeStatus.of(notSaved(DownloadFailureKind.PROVIDER, failure)).code())
        .isEqualTo(code);
  }

  @Test
  void namesEveryKindOfFailedDownload() {
    assertThat(DownloadFailureKind.values()).hasSize(15);
  }

  private static DownloadOutcome notSaved(DownloadFailureKind kind, @Nullable Failure provider) {
    return new DownloadOutcome.NotSaved(
        new TaskHandle("toapis", "a"),
        Path.of("a.mp4"),
        new DownloadFailure(kind, "a sentence", null, provider));
  }
}
