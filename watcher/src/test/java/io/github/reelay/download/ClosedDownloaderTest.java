package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What closed downloaders leave behind: nothing but the parts of videos. */
@Timeout(60)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ClosedDownloaderTest {
  private static final SampleMp4 FILM = SampleMp4.of(300_000, 16);
  private static final int MANY = 20;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesNoThreadAndNoDescriptor(boolean whole) throws IOException {
    use(whole);
    Set<Thread> threads = threads();
    long descriptors = descriptors();

    for (int i = 0; i < MANY; i++) {
      use(whole);
    }

    // The test's own server and provider let go a little later.
    DownloadFixture.awaitAsserted(() -> assertThat(threads()).isSubsetOf(threads));
    DownloadFixture.awaitAsserted(() -> assertThat(descriptors()).isLessThanOrEqualTo(descriptors));
  }

  /** One download to its end, or one that is closed on its way. */
  private void use(boolean whole) throws IOException {
    CountDownLatch over = new CountDownLatch(1);
    try (DownloadFixture fixture = new DownloadFixture(folder)) {
      HostServer host =
          fixture.host(
              new HostServer(
                  (request, out) -> {
                    HostServer.serve(FILM, request, out, whole ? FILM.length() : 100_000);
                    out.flush();
                    awaitEnd(whole ? null : over);
                  }));
      Downloader downloader = fixture.builder().build();
      CompletableFuture<DownloadOutcome> future =
          downloader.download(DownloadFixture.task(host.url("/a.mp4")), fixture.file);
      if (whole) {
        DownloadFixture.get(future).savedOrThrow();
      } else {
        fixture.awaitPart(100_000);
      }

      downloader.close();

      over.countDown();
      fixture.file.toFile().delete();
      assertThat(DownloadFixture.get(future)).isNotNull();
    }
  }

  @Test
  void canBeClosedByItsOwnThread() throws IOException {
    Set<Thread> before = threads();
    try (DownloadFixture fixture = new DownloadFixture(folder)) {
      HostServer host = fixture.host(HostServer.of(FILM));
      Downloader downloader = fixture.builder().build();

      CompletableFuture<DownloadOutcome> closed =
          downloader
              .download(DownloadFixture.task(host.url("/a.mp4")), fixture.file)
              .whenComplete((outcome, failure) -> downloader.close());

      DownloadFixture.get(closed).savedOrThrow();
    }
    DownloadFixture.awaitAsserted(() -> assertThat(threads()).isSubsetOf(before));
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("reelay-"))
        .collect(Collectors.toSet());
  }

  private static long descriptors() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getOpenFileDescriptorCount();
  }

  private static void awaitEnd(CountDownLatch latch) {
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
