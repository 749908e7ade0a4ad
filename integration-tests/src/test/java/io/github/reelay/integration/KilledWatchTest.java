package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.Main;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.RecordedRequest;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process that watches 200 tasks and downloads their videos, killed ten times without a
 * word. Fifty times, as what lands a change does: {@code -Dkill.times=50}; another seed: {@code
 * -Dkill.seed=7}.
 */
@Tag("long")
class KilledWatchTest {
  private static final long SEED = Long.getLong("kill.seed", 20260101);
  private static final int KILLS = Integer.getInteger("kill.times", 10);
  private static final List<String> PROVIDERS = providers();
  private static final List<String> HANDLES =
      IntStream.range(0, 200)
          .mapToObj(i -> PROVIDERS.get(i % PROVIDERS.size()) + ":ok-" + i)
          .toList();

  private static final List<String> IDS =
      HANDLES.stream()
          .filter(handle -> handle.startsWith("toapis:"))
          .map(handle -> handle.substring("toapis:".length()))
          .toList();

  @TempDir private Path directory;
  @TempDir private Path installation;
  private InstalledCommand installed;
  private final Random random = new Random(SEED);
  private final List<Integer> progress = new ArrayList<>();

  /** Installs the command with an archive of its classes: each start takes half of the time. */
  @BeforeEach
  void install() throws Exception {
    installed = InstalledCommand.in(installation);
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      List<String> command = java("-XX:ArchiveClassesAtExit=" + archive());
      command.addAll(List.of("--download", installation.toString(), "toapis:ok-1"));

      assertThat(start(command, sandbox).waitFor()).isZero();
    }
  }

  private static List<String> providers() {
    try (Providers providers = Providers.discover(Map.of())) {
      return providers.all().stream().map(Provider::name).toList();
    }
  }

  private Path archive() {
    return installation.resolve("reelay.jsa");
  }

  @Test
  void everyTaskEndsAndEveryVideoIsDownloadedOnceAndWhole() throws Exception {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(1, 2).random(new Random(SEED)).start();
        UnreliableHost rough = new UnreliableHost(theVideo())) {
      rough.prepare(sandbox, IDS);
      register(sandbox);
      for (int i = 0; i < KILLS; i++) {
        runAndKill(sandbox, rough, i % 2 == 1);
      }
      assertThat(Set.copyOf(progress)).as("kills between videos").hasSizeGreaterThan(KILLS / 5);
      Process last = watch(sandbox, List.of());

      assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(last.exitValue()).as(Files.readString(directory.resolve("errors"))).isZero();
      assertThat(videos()).hasSize(HANDLES.size());
      assertThat(checksums()).containsExactly(checksumOfTheVideo());
      assertThat(open()).isEmpty();
      System.out.printf("Killed with seed %d: videos on disk after each %s%n", SEED, progress);
    }
  }

  /** Takes the handles in: a task that was never taken in could not be kept. */
  private void register(Sandbox sandbox) throws Exception {
    Process process = watch(sandbox, HANDLES);
    while (sandbox.queries(PROVIDERS.get(2), "ok-2") == 0) {
      assertThat(process.waitFor(10, TimeUnit.MILLISECONDS)).as("ended").isFalse();
    }
    process.destroyForcibly().waitFor();
  }

  private void runAndKill(Sandbox sandbox, UnreliableHost rough, boolean saving) throws Exception {
    Set<String> before = videos();
    Map<String, Integer> requests = rough.requests();
    Instant start = Instant.now();
    Process process = watch(sandbox, List.of());
    boolean ended = saving ? liveUntilItSaves(process, before) : live(process, sandbox);
    process.destroyForcibly().waitFor();

    assertThat(ended && process.exitValue() != 0).as("ended by itself, and badly").isFalse();
    assertThat(videos()).containsAll(before);
    assertThat(fetchedAgain(sandbox, before, start)).isEmpty();
    assertThat(rough.requests().entrySet())
        .filteredOn(each -> before.contains(each.getKey()))
        .allMatch(each -> each.getValue().equals(requests.get(each.getKey())));
    progress.add(videos().size());
  }

  /**
   * Returns at a random moment: of its start in one case of three, else of its work. That is
   * measured in requests, so that a busy machine kills no process before it has done anything.
   */
  private boolean live(Process process, Sandbox sandbox) throws InterruptedException {
    boolean ended = false;
    if (random.nextInt(3) == 0) {
      return process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS);
    }
    int until = sandbox.requests().size() + 1 + random.nextInt(80);
    while (!ended && sandbox.requests().size() < until) {
      ended = process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    return ended || process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
  }

  /** Returns soon after it has saved a video, however busy the machine is. */
  private boolean liveUntilItSaves(Process process, Set<String> before) throws Exception {
    boolean ended = false;
    while (!ended && videos().equals(before)) {
      ended = process.waitFor(5, TimeUnit.MILLISECONDS);
    }
    return ended || process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
  }

  private Process watch(Sandbox sandbox, List<String> handles) throws IOException {
    List<String> command = java("-XX:SharedArchiveFile=" + archive());
    command.addAll(List.of("--state", directory.resolve("state").toString()));
    command.addAll(List.of("--download", directory.toString()));
    command.addAll(handles);
    return start(command, sandbox);
  }

  private List<String> java(String option) {
    List<String> command = InstalledCommand.shortLived(option, "-Xlog:disable");
    command.addAll(List.of("-cp", installed.classPath(), Main.class.getName()));
    command.addAll(List.of("watch", "--every", "1s", "--allow-private-addresses"));
    return command;
  }

  private Process start(List<String> command, Sandbox sandbox) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(directory.resolve("errors").toFile());
    builder.environment().putAll(InstalledCommand.environment(sandbox));
    return builder.start();
  }

  private Set<String> videos() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".mp4"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** The requests since then for videos that were on disk already. */
  private static List<RecordedRequest> fetchedAgain(
      Sandbox sandbox, Set<String> saved, Instant since) {
    return sandbox.requests().stream()
        .filter(request -> !request.at().isBefore(since))
        .filter(request -> request.target().startsWith("/files/"))
        .filter(request -> saved.contains(fileName(request)))
        .toList();
  }

  private static String fileName(RecordedRequest request) {
    String[] parts = request.target().split("/");
    return parts[2] + "-" + parts[3] + ".mp4";
  }

  private Set<String> checksums() throws Exception {
    Set<String> checksums = new TreeSet<>();
    for (String video : videos()) {
      checksums.add(checksum(Files.readAllBytes(directory.resolve(video))));
    }
    return checksums;
  }

  private static String checksumOfTheVideo() throws Exception {
    return checksum(theVideo());
  }

  private static byte[] theVideo() throws IOException {
    try (var video = Sandbox.class.getResourceAsStream("video.mp4")) {
      return video.readAllBytes();
    }
  }

  private static String checksum(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Set<?> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(directory.resolve("state"))) {
      return store.handles();
    }
  }
}
