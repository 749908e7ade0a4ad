package io.github.reelay.download;

import io.github.reelay.task.VideoTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A video host that does not have the file yet, and downloads that wait for it. */
final class LateFileFixture {
  static final SampleMp4 FILM = SampleMp4.of(20_000, 22);
  private static final List<Integer> SECONDS = List.of(2, 4, 8, 16, 30, 30, 30);

  final HostServer host;
  private final DownloadFixture downloads;

  LateFileFixture(DownloadFixture downloads) {
    this.downloads = downloads;
    host = downloads.host(HostServer.of(FILM));
  }

  DownloaderBuilder builder() {
    return downloads.timed().stallTimeout(Duration.ofSeconds(90));
  }

  /** Begins the download of a task that ended at an instant; null if that is unknown. */
  CompletableFuture<DownloadOutcome> start(Instant completedAt) {
    VideoTask task = DownloadFixture.task(host.url("/a.mp4"), null, completedAt);
    return downloads.open(builder()).download(task, downloads.file);
  }

  /** The provider shows the same URL to so many queries. */
  void providerShowsNothingElse(int times) {
    for (int i = 0; i < times; i++) {
      downloads.providerShows(host.url("/a.mp4"));
    }
  }

  /** The host responds to so many requests as the script says, and then serves the file. */
  void isMissing(int times, HostServer.Script early) {
    HostServer.Script film =
        (request, out) -> HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
    host.script(
        (request, out) -> (host.requests().size() <= times ? early : film).respond(request, out));
  }

  /** Lets so many waits of a download pass. */
  void pass(int waits) {
    SECONDS
        .subList(0, waits)
        .forEach(each -> downloads.time.awaitAndAdvance(Duration.ofSeconds(each)));
  }
}
