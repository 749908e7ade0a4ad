package io.github.reelay.cli;

import static io.github.reelay.cli.ExitStatus.DONE;
import static io.github.reelay.cli.ExitStatus.ENDED;
import static io.github.reelay.cli.ExitStatus.GAVE_UP;
import static io.github.reelay.cli.ExitStatus.REFUSED;
import static io.github.reelay.cli.ExitStatus.UNREADABLE;
import static io.github.reelay.cli.ExitStatus.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.DownloadFailure;
import io.github.reelay.download.DownloadFailureKind;
import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
  @Test
  void ofSeveralHandlesTheFirstOf245310Counts() {
    List<ExitStatus> left =
        new ArrayList<>(List.of(USAGE, REFUSED, UNREADABLE, GAVE_UP, ENDED, DONE));
    List<Integer> codes = new ArrayList<>();

    while (!left.isEmpty()) {
      List<ExitStatus> anyOrder = new ArrayList<>(left);
      Collections.reverse(anyOrder);
      codes.add(ExitStatus.first(anyOrder).code());
      left.remove(ExitStatus.first(anyOrder));
    }

    assertThat(codes).containsExactly(2, 4, 5, 3, 1, 0);
  }

  @Test
  void nothingAskedIsDone() {
    assertThat(ExitStatus.first(List.of())).isEqualTo(DONE);
  }

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
    assertThat(ExitStatus.of(notSaved(kind, null)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"UNAUTHORIZED, 4", "NOT_FOUND, 4", "RATE_LIMITED, 4", "PROVIDER_ERROR, 5"})
  void ofADownloadWhoseProviderDidNotTell(FailureKind kind, int code) {
    Failure failure = new Failure(kind, Origin.RELAY, null, null, 400, null, null, null);

    assertThat(ExitStatus.of(notSaved(DownloadFailureKind.PROVIDER, failure)).code())
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
