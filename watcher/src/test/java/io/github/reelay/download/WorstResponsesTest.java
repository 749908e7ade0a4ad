package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.reelay.provider.Providers;
import io.github.reelay.transport.HttpRequest;
import io.github.reelay.transport.HttpTransport;
import io.github.reelay.transport.TransportLimits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the worst responses leave behind: no thread, no socket, no memory. A hundred times each; a
 * thousand times with {@code -Dhostile.times=1000}.
 */
@Timeout(120)
class WorstResponsesTest {
  private static final int TIMES = Integer.getInteger("hostile.times", 100);
  private static final int AT_ONCE = 50;
  private static final long MOST_HEAP = 8 << 20;

  /** What a JVM opens once and keeps, such as a library; a connection a query would be more. */
  private static final int FEW = TIMES / 10;

  private static final Duration BRIEF = Duration.ofMillis(100);
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private static final Set<String> WORST =
      Set.of(
          "two responses to one request",
          "100 Continue without end",
          "a gzip bomb of a video",
          "chunks that drip");

  @TempDir Path folder;

  static List<Behaviour> worst() {
    List<Behaviour> worst =
        Stream.concat(HostileHeads.all(), HostileBodies.all())
            .filter(each -> WORST.contains(each.name()))
            .toList();
    assertThat(worst).hasSameSizeAs(WORST);
    return worst;
  }

  @ParameterizedTest
  @MethodSource("worst")
  void leaveNothingOfManyQueries(Behaviour behaviour) throws Exception {
    try (HostileServer server = new HostileServer(behaviour.script())) {
      Remains before = Remains.now();
      TransportLimits limits = TransportLimits.defaults().withConnectionsPerRoute(AT_ONCE);
      try (HttpTransport transport = HttpTransport.create(limits)) {
        Map<String, Integer> ends = new TreeMap<>();
        for (int done = 0; done < TIMES; done += AT_ONCE) {
          for (CompletableFuture<String> each : queries(transport, server, behaviour)) {
            ends.merge(each.get(60, TimeUnit.SECONDS), 1, Integer::sum);
          }
        }
        assertThat(ends).isEqualTo(Map.of(behaviour.ends().query().replace(", kept", ""), TIMES));
      }
      before.assertNothingMoreIsThere(server);
    }
  }

  private static List<CompletableFuture<String>> queries(
      HttpTransport transport, HostileServer server, Behaviour behaviour) {
    HttpRequest request =
        new HttpRequest(server.url("/"), Map.of(), time(behaviour), HostileServerTest.MOST);
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      all.add(transport.send(request).handle(HostileServerTest::text));
    }
    return all;
  }

  /** Only what drips is waited for. */
  private static Duration time(Behaviour behaviour) {
    return behaviour.ends() == Ends.LATE ? BRIEF : PATIENT;
  }

  @ParameterizedTest
  @MethodSource("worst")
  void leaveNothingOfManyDownloads(Behaviour behaviour) throws Exception {
    try (HostileServer server = new HostileServer(behaviour.script())) {
      Remains before = Remains.now();
      try (Providers providers = HostileServerTest.providers();
          Downloader downloader =
              HostileServerTest.downloader(providers, time(behaviour), AT_ONCE)) {
        Map<String, Integer> ends = new TreeMap<>();
        List<CompletableFuture<DownloadOutcome>> all = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
          all.add(
              downloader.download(
                  DownloadFixture.task(server.url("/")), folder.resolve(i + ".mp4")));
        }
        for (CompletableFuture<DownloadOutcome> each : all) {
          ends.merge(HostileServerTest.text(DownloadFixture.get(each)), 1, Integer::sum);
        }
        assertThat(ends).isEqualTo(Map.of(behaviour.ends().download(), TIMES));
      }
      before.assertNothingMoreIsThere(server);
    }
  }

  /** What a program holds. */
  private record Remains(Set<Thread> threads, long descriptors, long heap) {

    private String found(HostileServer server) {
      Set<Thread> more = ours();
      more.removeAll(threads);
      return "expected nothing more, found %d connections, the threads %s, and %d descriptors after %d"
          .formatted(server.open(), more, open(), descriptors);
    }

    static Remains now() {
      return new Remains(ours(), open(), usedHeap());
    }

    private static long usedHeap() {
      MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
      memory.gc();
      return memory.getHeapMemoryUsage().getUsed();
    }

    private static Set<Thread> ours() {
      return Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().startsWith("reelay-"))
          .collect(Collectors.toSet());
    }

    private static long open() {
      return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
          .getOpenFileDescriptorCount();
    }

    void assertNothingMoreIsThere(HostileServer server) {
      try {
        DownloadFixture.awaitAsserted(() -> assertThat(server.open()).isZero());
        DownloadFixture.awaitAsserted(() -> assertThat(ours()).isSubsetOf(threads));
        DownloadFixture.awaitAsserted(
            () -> assertThat(open()).isLessThanOrEqualTo(descriptors + FEW));
      } catch (AssertionError left) {
        throw new AssertionError(found(server), left);
      }
      // What the last threads of the server hold goes with them; a leak stays.
      DownloadFixture.awaitAsserted(() -> assertThat(usedHeap()).isLessThan(heap + MOST_HEAP));
    }
  }
}
