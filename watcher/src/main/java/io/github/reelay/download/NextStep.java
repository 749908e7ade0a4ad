package io.github.reelay.download;

import java.time.Duration;

/** What a download does after it has run for a while. */
sealed interface NextStep {

  void take(DownloadTask task);

  record End(DownloadOutcome outcome) implements NextStep {
    @Override
    public void take(DownloadTask task) {
      task.finish(outcome);
    }
  }

  /** It goes on after a while, and gives its slot to another download meanwhile. */
  record Wait(Duration delay) implements NextStep {
    @Override
    public void take(DownloadTask task) {
      task.goOnAfter(delay);
    }
  }

  /** It goes on when the provider has been queried for a URL. */
  record QueryProvider() implements NextStep {
    @Override
    public void take(DownloadTask task) {
      task.queryProvider();
    }
  }
}
