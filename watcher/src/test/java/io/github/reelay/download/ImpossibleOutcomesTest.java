package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no download can end with. */
class ImpossibleOutcomesTest {
  private static final Path FILE = Path.of("a.mp4");
  private static final String DIGEST = "0a".repeat(32);

  @ParameterizedTest
  @ValueSource(longs = {-1, -7, Long.MIN_VALUE})
  void aFileHasNoNegativeSize(long bytes) {
    assertThatThrownBy(
            () -> new DownloadOutcome.Saved(DownloadFixture.HANDLE, FILE, bytes, DIGEST, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:ok-1: expected a file of zero bytes or more, found one of " + bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "0A", "0g"})
  void aDigestHas64Digits(String part) {
    String digest = part.length() == 2 && !part.equals("ab") ? part.repeat(32) : part;

    assertThatThrownBy(
            () -> new DownloadOutcome.Saved(DownloadFixture.HANDLE, FILE, 7, digest, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("toapis:ok-1: expected a SHA-256 of 64 hexadecimal digits, found " + digest);
  }

  @ParameterizedTest
  @ValueSource(ints = {-404, 0, 99, 1000})
  void aStatusHasThreeDigits(int status) {
    assertThatThrownBy(
            () -> new DownloadFailure(DownloadFailureKind.GONE, "a sentence", status, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an HTTP status of three digits, found " + status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void aFailureIsReportedInASentence(String blank) {
    assertThatThrownBy(() -> new DownloadFailure(DownloadFailureKind.GONE, blank, null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a sentence about the failure, found none");
  }

  @Test
  void eachOutcomeHasItsKind() {
    assertThat(new DownloadOutcome.Saved(DownloadFixture.HANDLE, FILE, 0, DIGEST, true).kind())
        .isEqualTo(DownloadOutcome.Kind.SAVED);
    DownloadFailure failure = DownloadFixture.failure(DownloadFailureKind.GONE, "a sentence");
    assertThat(new DownloadOutcome.NotSaved(DownloadFixture.HANDLE, FILE, failure).kind())
        .isEqualTo(DownloadOutcome.Kind.NOT_SAVED);
  }
}
