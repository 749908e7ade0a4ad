package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All videos of a task. */
@Timeout(60)
class SeveralVideosTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 5);

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer host;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    host = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private VideoTask task(String first, String... more) {
    List<Video> others =
        List.of(more).stream().map(path -> Video.at(host.url(path)).build()).toList();
    return VideoTask.builder(
            "toapis", "ok-1", new TaskState.Succeeded(Video.at(host.url(first)).build(), others))
        .completedAt(ManualScheduler.START.minus(Duration.ofDays(1)))
        .build();
  }

  /** The host refuses the URLs that end so. */
  private void refuse(String end) {
    host.script(
        (request, out) -> {
          if (request.line().split(" ")[1].endsWith(end)) {
            HostServer.write(out, 404, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  private CompletableFuture<List<DownloadOutcome>> download(
      VideoTask task, DownloadOptions options) {
    return fixture
        .open(fixture.timed().maxRetriesWithoutProgress(1))
        .downloadAll(task, fixture.file, options);
  }

  @Test
  void areSavedNextToTheFirstUnderNumberedNames() throws IOException {
    List<DownloadOutcome> outcomes =
        DownloadFixture.get(download(task("/a", "/b", "/c"), DownloadOptions.DEFAULT));

    assertThat(outcomes)
        .extracting(outcome -> outcome.savedOrThrow().file().getFileName().toString())
        .containsExactly("video.mp4", "video+2.mp4", "video+3.mp4");
    assertThat(fixture.files()).containsExactly("video+2.mp4", "video+3.mp4", "video.mp4");
  }

  @Test
  void theFirstAloneCanGetAFreshUrl() {
    refuse("-old");
    fixture.providerShows(host.url("/new"));

    List<DownloadOutcome> outcomes =
        DownloadFixture.get(download(task("/a-old", "/b-old"), DownloadOptions.DEFAULT));

    assertThat(outcomes.get(0).kind()).isEqualTo(DownloadOutcome.Kind.SAVED);
    assertThat(DownloadFixture.failure(outcomes.get(1)).kind()).isEqualTo(DownloadFailureKind.GONE);
    assertThat(fixture.queries()).isOne();
  }

  @Test
  void aTaskWithoutAVideoHasOneOutcomeThatSaysSo() {
    VideoTask running = VideoTask.builder("toapis", "ok-1", new TaskState.Running()).build();

    assertThat(DownloadFixture.get(download(running, DownloadOptions.DEFAULT)))
        .singleElement()
        .satisfies(
            outcome ->
                assertThat(DownloadFixture.failure(outcome).kind())
                    .isEqualTo(DownloadFailureKind.NO_VIDEO));
  }

  @Test
  void areRetriedIfConfigured() {
    host.script(
        (request, out) -> {
          if (host.requests().size() < 3) {
            HostServer.write(out, 503);
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
    DownloadOptions retried = new DownloadOptions(false, true, DownloadOptions.DEFAULT.listener());

    CompletableFuture<List<DownloadOutcome>> saved = download(task("/a"), retried);
    fixture.time.awaitAndAdvance(Duration.ofMinutes(5));
    fixture.time.awaitAndAdvance(Duration.ofMinutes(5));

    assertThat(DownloadFixture.get(saved)).allMatch(DownloadOutcome.Saved.class::isInstance);
  }
}
