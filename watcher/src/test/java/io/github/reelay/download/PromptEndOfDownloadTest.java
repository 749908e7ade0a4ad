package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.HostileServer.Script;
import io.github.reelay.internal.download.file.PartialFileNotes;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A caller who ends a download waits 250 ms at most, until it has ended and its connection is
 * closed.
 */
@Timeout(60)
class PromptEndOfDownloadTest {
  private static final long MOST_MILLIS = 250;

  /** One good attempt shows it: the others may find the machine busy. */
  private static final int ATTEMPTS = 20;

  /** A stored block of one byte. So many come first that the head of the file is complete. */
  private static final String DEFLATED = "\0\1\0\u00fe\u00ffx";

  @TempDir Path folder;
  private int files;

  /** Where a download can hang. */
  private enum Phase {
    A_PLACE("head", wire -> {}),
    THE_NAME_SERVICE("resolve", wire -> {}),
    CONNECTING("connect", wire -> {}),
    THE_HANDSHAKE("startHandshake", wire -> {}),
    WRITING_THE_REQUEST("send", wire -> {}),
    A_RESPONSE("head", wire -> {}),
    A_HEAD_THAT_DRIPS("head", wire -> wire.say(Behaviour.OK + "X: ").drip("x", 5)),
    A_BODY_THAT_DRIPS("rest", wire -> wire.say(Behaviour.sized("").substring(0, 500)).drip("x", 5)),
    CHUNKS_THAT_DRIP(
        "rest",
        wire ->
            wire.say(Behaviour.CHUNKED + Behaviour.chunk(Behaviour.BODY)).drip("1\r\nx\r\n", 5)),
    A_GZIP_BODY_THAT_DRIPS(
        "inflate",
        wire ->
            wire.say(Behaviour.OK + "\r\n\u001f\u008b\b\0\0\0\0\0\0\0" + DEFLATED.repeat(2_000))
                .drip(DEFLATED, 5));

    private final String method;
    private final Script script;

    Phase(String method, Script script) {
      this.method = method;
      this.script = script;
    }

    /** Whether a thread is where this phase hangs, by its stack. */
    boolean isReached() {
      return Thread.getAllStackTraces().values().stream()
          .flatMap(Arrays::stream)
          .anyMatch(
              frame ->
                  frame.getMethodName().equals(method)
                      && (frame.getClassName().startsWith("io.github.reelay.")
                          || frame.getClassName().startsWith("sun.security.ssl.SSLSocket")));
    }
  }

  private enum Ending {
    CANCEL,
    CLOSE,
    INTERRUPT
  }

  static Stream<Arguments> table() {
    return Arrays.stream(Phase.values())
        .flatMap(phase -> Arrays.stream(Ending.values()).map(end -> Arguments.of(phase, end)))
        .filter(row -> canEnd((Phase) row.get()[0], (Ending) row.get()[1]));
  }

  /** A download that waits for its place has no thread; nothing interrupts a name service. */
  private static boolean canEnd(Phase phase, Ending ending) {
    boolean deaf = phase == Phase.A_PLACE || phase == Phase.THE_NAME_SERVICE;
    return !deaf || ending != Ending.INTERRUPT;
  }

  @ParameterizedTest
  @MethodSource("table")
  void endsWithin250Milliseconds(Phase phase, Ending ending) throws Exception {
    long best = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && best > MOST_MILLIS; attempt++) {
      best = Math.min(best, millis(phase, ending));
    }
    assertThat(best).isLessThanOrEqualTo(MOST_MILLIS);
  }

  private long millis(Phase phase, Ending ending) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (HostileServer server = new HostileServer(phase.script);
        Backlog backlog = new Backlog(phase == Phase.CONNECTING);
        Providers providers = HostileServerTest.providers()) {
      DownloaderBuilder builder = builder(providers, phase, over);
      List<Thread> workers = new ArrayList<>();
      Downloader downloader = onThreads(builder, workers);
      try {
        if (phase == Phase.A_PLACE) {
          download(downloader, server.url("/first"));
          DownloadFixture.await(phase::isReached);
        }
        CompletableFuture<DownloadOutcome> future =
            download(downloader, url(phase, server, backlog));
        DownloadFixture.await(phase::isReached);
        int others = phase == Phase.A_PLACE && ending == Ending.CANCEL ? 1 : 0;
        long start = System.nanoTime();
        end(ending, future, downloader, workers);
        assertThat(failureKind(future)).isEqualTo(ending == Ending.CANCEL ? null : "CLOSED");
        DownloadFixture.await(() -> isDown(server, others));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      } finally {
        over.countDown();
        downloader.close();
      }
    }
  }

  @Test
  void anInterruptedDownloadIsForcedToTheDiskAndCanBeResumed() throws Exception {
    String head = Behaviour.SIZED + "ETag: \"1\"\r\n\r\n";
    Script script = wire -> wire.say(head + Behaviour.BODY.substring(0, 500)).drip("", 5);
    Path file = folder.resolve("video.mp4");
    try (HostileServer server = new HostileServer(script);
        Providers providers = HostileServerTest.providers()) {
      List<Thread> workers = new ArrayList<>();
      Downloader downloader = onThreads(builder(providers, Phase.A_RESPONSE, null), workers);
      CompletableFuture<DownloadOutcome> future =
          downloader.download(DownloadFixture.task(server.url("/")), file);
      DownloadFixture.await(
          () -> file.resolveSibling(file.getFileName() + ".part").toFile().length() == 500);

      workers.forEach(Thread::interrupt);

      assertThat(failureKind(future)).isEqualTo("CLOSED");
      assertThat(PartialFileNotes.forced(file.resolveSibling(file.getFileName() + ".part.info")))
          .isEqualTo(500);
      downloader.close();
    }
  }

  private static void end(
      Ending ending,
      CompletableFuture<DownloadOutcome> future,
      Downloader downloader,
      List<Thread> workers) {
    switch (ending) {
      case CANCEL -> future.cancel(true);
      case INTERRUPT -> workers.forEach(Thread::interrupt);
      default -> new Thread(downloader::close).start();
    }
  }

  private CompletableFuture<DownloadOutcome> download(Downloader downloader, URI url) {
    return downloader.download(DownloadFixture.task(url), folder.resolve(files++ + ".mp4"));
  }

  private static URI url(Phase phase, HostileServer server, Backlog backlog) {
    String url = server.url("/").toString();
    return switch (phase) {
      case THE_NAME_SERVICE -> URI.create(url.replace("127.0.0.1", "slow.example"));
      case CONNECTING, WRITING_THE_REQUEST -> backlog.url();
      case THE_HANDSHAKE -> URI.create(url.replace("http:", "https:"));
      default -> URI.create(url);
    };
  }

  private static DownloaderBuilder builder(Providers providers, Phase phase, CountDownLatch over) {
    DownloaderBuilder builder =
        Downloader.builder(providers)
            .allowPrivateAddresses(true)
            .freshUrls(false)
            .concurrency(phase == Phase.A_PLACE ? 1 : 2);
    if (phase == Phase.WRITING_THE_REQUEST) {
      builder.header("X-Large", "x".repeat(8 << 20));
    }
    return builder.network(
        NetworkSettings.defaults()
            .withDnsResolver(
                host -> {
                  awaitEnd(host.equals("slow.example") ? over : new CountDownLatch(0));
                  return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
                }));
  }

  private static void awaitEnd(CountDownLatch over) {
    try {
      assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Downloader onThreads(DownloaderBuilder builder, List<Thread> workers) {
    return builder
        .executor(
            work -> {
              Thread worker = new Thread(work);
              workers.add(worker);
              worker.start();
            })
        .build();
  }

  private static boolean isDown(HostileServer server, int others) {
    return server.open() <= others;
  }

  /** Null if it was cancelled. */
  private static String failureKind(CompletableFuture<DownloadOutcome> future) {
    try {
      return DownloadFixture.failure(DownloadFixture.get(future)).kind().name();
    } catch (CancellationException cancelled) {
      return null;
    }
  }

  /** A server that accepts nothing; once its queue is full, connecting to it hangs. */
  private static final class Backlog implements AutoCloseable {
    private final ServerSocket full;
    private final List<SocketChannel> crowd = new ArrayList<>();

    Backlog(boolean crowded) throws Exception {
      InetAddress loopback = InetAddress.getByName("127.0.0.1");
      full = new ServerSocket(0, 1, loopback);
      for (int i = 0; i < (crowded ? 8 : 0); i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(new InetSocketAddress(loopback, full.getLocalPort()));
        crowd.add(channel);
      }
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
      for (SocketChannel channel : crowd) {
        channel.close();
      }
      full.close();
    }
  }
}
