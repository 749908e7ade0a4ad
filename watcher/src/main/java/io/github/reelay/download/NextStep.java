package io.github.reelay.download;

import java.time.Duration;

/** What a download does after it has run for a while. */
sealed interface NextStep {

  /** It is over. */
  record End(DownloadOutcome outcome) implements NextStep {}

  /** It goes on after a while, and lets others run meanwhile. */
  record Wait(Duration delay) implements NextStep {}

  /** It goes on when the provider was asked for a URL. */
  record QueryProvider() implements NextStep {}
}
