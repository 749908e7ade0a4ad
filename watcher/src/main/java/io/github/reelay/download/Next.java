package io.github.reelay.download;

import java.time.Duration;

/** What a download does after it has run for a while. */
sealed interface Next {

  /** It is over. */
  record End(DownloadOutcome outcome) implements Next {}

  /** It goes on after a while, and lets others run meanwhile. */
  record Later(Duration delay) implements Next {}

  /** It goes on when the provider was asked for a URL. */
  record Ask() implements Next {}
}
