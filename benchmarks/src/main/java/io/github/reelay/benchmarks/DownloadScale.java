package io.github.reelay.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.reelay.download.Downloader;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The CPU that a download costs, compared with that of its bare transport with SHA-256 of the same
 * bytes, and the memory it allocates as the file grows. All of this process counts: the compiler
 * and the collector as well.
 */
final class DownloadScale {
  private static final int ROUNDS = 11;
  private static final long MEBIBYTE = 1 << 20;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final VideoServer.Running server;
  private final Path file;
  private final BareDownload bare = new BareDownload();
  private final Downloader downloader =
      Downloader.builder(Providers.discover(Map.of())).allowPrivateAddresses(true).build();

  private DownloadScale(VideoServer.Running server, Path folder) {
    this.server = server;
    this.file = folder.resolve("video.mp4");
  }

  /** Something that fetches a video and returns its SHA-256. */
  private interface Way {
    String fetch(URI url) throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Scratch.folder(arguments);
    try (VideoServer.Running server = new VideoServer.Running()) {
      DownloadScale scale = new DownloadScale(server, folder);
      scale.compare(8 * MEBIBYTE, 32);
      scale.compare(256 * MEBIBYTE, 1);
      for (long mebibytes : new long[] {1, 64, 1024}) {
        scale.memory(mebibytes * MEBIBYTE);
      }
      scale.downloader.close();
      scale.bare.close();
    }
    Scratch.remove(folder);
  }

  private void compare(long bytes, int times) throws IOException {
    URI url = server.video(bytes);
    for (int i = 0; i < 3; i++) {
      cpu(this::whole, url, times); // compiles what is measured next
      cpu(this::barely, url, times);
      cpu(this::barelyForced, url, times);
    }
    RoundStatistics bareMillis = new RoundStatistics();
    RoundStatistics millis = new RoundStatistics();
    RoundStatistics ratios = new RoundStatistics();
    RoundStatistics forcedRatios = new RoundStatistics();
    for (int i = 0; i < ROUNDS; i++) {
      double without = cpu(this::barely, url, times);
      double with = cpu(this::whole, url, times);
      double forced = cpu(this::barelyForced, url, times);
      bareMillis.add(without / 1e6);
      millis.add(with / 1e6);
      ratios.add(with / without);
      forcedRatios.add(with / forced);
    }
    System.out.printf(
        "| %d MiB | %s ms | %s ms | %s | %s |%n",
        bytes / MEBIBYTE,
        millis.shown("%.1f"),
        bareMillis.shown("%.1f"),
        ratios.shown("%.2f"),
        forcedRatios.shown("%.2f"));
  }

  private void memory(long bytes) throws IOException {
    System.gc();
    whole(server.video(bytes));
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "| %d MiB | %d KiB in use, %d MiB of heap |%n",
        bytes / MEBIBYTE,
        (runtime.totalMemory() - runtime.freeMemory()) >> 10,
        runtime.maxMemory() / MEBIBYTE);
  }

  /** The nanoseconds of CPU that one of several fetches took; the clock is too coarse for one. */
  private double cpu(Way way, URI url, int times) throws IOException {
    long before = SYSTEM.getProcessCpuTime();
    for (int i = 0; i < times; i++) {
      Files.deleteIfExists(file);
      String digest = way.fetch(url);
      if (digest.length() != 64) {
        throw new IOException("expected a SHA-256, found " + digest);
      }
    }
    return (SYSTEM.getProcessCpuTime() - before) / (double) times;
  }

  private String barely(URI url) throws IOException {
    return bare.fetch(url, file, false);
  }

  private String barelyForced(URI url) throws IOException {
    return bare.fetch(url, file, true);
  }

  private String whole(URI url) throws IOException {
    Files.deleteIfExists(file);
    TaskState done = new TaskState.Succeeded(Video.at(url).build(), List.of());
    VideoTask task = VideoTask.builder("toapis", "task_1", done).build();
    return downloader.download(task, file).join().savedOrThrow().sha256();
  }
}
