package io.github.reelay.download;

import io.github.reelay.PatientWait;
import io.github.reelay.internal.download.file.PartialFileInfo;
import io.github.reelay.internal.download.file.PartialFileNotes;
import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.time.VirtualScheduler;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.core.ThrowingRunnable;

/** A provider on loopback, a directory, and downloaders that are closed in the end. */
final class DownloadFixture implements AutoCloseable {
  static final TaskHandle HANDLE = new TaskHandle("toapis", "ok-1");

  final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
  final ManualScheduler time = new ManualScheduler();
  final Providers providers;
  final Path file;
  private final List<Closeable> open = new ArrayList<>();

  DownloadFixture(Path folder) {
    file = folder.resolve("video.mp4");
    providers =
        Providers.of(
            List.of(
                Provider.builder(new ToapisDialect())
                    .baseUrl(sandbox.baseUrl("toapis"))
                    .key(() -> sandbox.apiKey("toapis"))
                    .build()));
    open.add(sandbox::close);
    open.add(providers::close);
  }

  HostServer host(HostServer host) {
    open.add(host::close);
    return host;
  }

  /** In real time, private addresses allowed. */
  DownloaderBuilder builder() {
    return Downloader.builder(providers).allowPrivateAddresses(true).maxRetriesWithoutProgress(5);
  }

  /** With a name service of its own, and nothing else. */
  static NetworkSettings resolving(DnsResolver resolver) {
    return NetworkSettings.defaults().withDnsResolver(resolver);
  }

  /** In the time of this bench. */
  DownloaderBuilder timed() {
    return builder().scheduler(time);
  }

  Downloader open(DownloaderBuilder builder) {
    Downloader downloader = builder.build();
    open.add(downloader::close);
    return downloader;
  }

  /** One download by a downloader of its own, whose waits between attempts take no time. */
  DownloadOutcome fetch(URI url) {
    VirtualScheduler virtual = new VirtualScheduler(ManualScheduler.START);
    try (Downloader downloader = builder().scheduler(virtual).build()) {
      return virtual.runUntil(downloader.download(task(url), file));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** One download by a downloader with these settings. */
  DownloadOutcome fetch(DownloaderBuilder builder, URI url) {
    return get(open(builder).download(task(url), file));
  }

  DownloadFailure failureOf(URI url) {
    return failure(fetch(url));
  }

  static DownloadFailure failure(DownloadFailureKind kind, String sentence) {
    return new DownloadFailure(kind, sentence, null, null);
  }

  static DownloadFailure failure(DownloadOutcome outcome) {
    if (outcome instanceof DownloadOutcome.NotSaved notSaved) {
      return notSaved.failure();
    }
    throw new AssertionError("expected a failure, found " + outcome);
  }

  static VideoTask task(URI url) {
    return task(url, null);
  }

  /** One that ended long ago, so that its file is not expected to be late. */
  static VideoTask task(URI url, Instant expiresAt) {
    return task(url, expiresAt, ManualScheduler.START.minus(Duration.ofDays(1)));
  }

  static VideoTask task(URI url, Instant expiresAt, Instant completedAt) {
    return task(HANDLE, Video.at(url).expiresAt(expiresAt, false).build(), completedAt);
  }

  static VideoTask task(TaskHandle handle, URI url) {
    return task(handle, Video.at(url).build(), ManualScheduler.START.minus(Duration.ofDays(1)));
  }

  private static VideoTask task(TaskHandle handle, Video video, Instant completedAt) {
    TaskState succeeded = new TaskState.Succeeded(video, List.of());
    return VideoTask.builder(handle.provider(), handle.id(), succeeded)
        .completedAt(completedAt)
        .build();
  }

  /** What the provider says to the next query. */
  void providerShows(URI url) {
    String body =
        "{\"id\":\"ok-1\",\"status\":\"completed\",\"progress\":100,\"url\":\"" + url + "\"}";
    sandbox.enqueue("toapis", "ok-1", SandboxResponse.json(200, body));
  }

  int queries() {
    return sandbox.queries("toapis", "ok-1");
  }

  Path part() {
    return file.resolveSibling("video.mp4.part");
  }

  Path info() {
    return file.resolveSibling("video.mp4.part.info");
  }

  /** What an earlier download left. */
  void leave(SampleMp4 video, int bytes) throws IOException {
    leave(video.first(bytes), PartialFileInfo.of(video.etag(), null, video.length()));
  }

  /** What an earlier download left that had forced all of it to the disk. */
  void leave(byte[] bytes, PartialFileInfo info) throws IOException {
    Files.write(part(), bytes);
    Files.writeString(info(), PartialFileNotes.text(info, bytes));
  }

  /** Waits until so many bytes are on disk, or the video is finished. */
  void awaitPart(long bytes) {
    await(() -> part().toFile().length() >= bytes || file.toFile().exists());
  }

  /** For what other threads, sockets and files do, which give no signal. */
  static void await(Callable<Boolean> condition) {
    PatientWait.await("what the download does").until(condition);
  }

  /** The same, whose failure shows what was found last. */
  static void awaitAsserted(ThrowingRunnable assertion) {
    PatientWait.await("what the download does").untilAsserted(assertion);
  }

  List<String> files() throws IOException {
    try (var all = Files.list(file.getParent())) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }
}
