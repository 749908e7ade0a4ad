package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.RecordedRequest;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
 * A program that collects 240 tasks, killed ten times without a word. Fifty times, as what lands a
 * change does: {@code -Dkill.times=50}; another seed: {@code -Dkill.seed=7}.
 */
@Tag("long")
class KilledCollectTest {
  private static final long SEED = Long.getLong("kill.seed", 20260102);
  private static final int KILLS = Integer.getInteger("kill.times", 10);

  @TempDir private Path directory;
  @TempDir private Path installation;
  private String classPath = "";
  private final Random random = new Random(SEED);
  private final Sandbox sandbox =
      Sandbox.builder().stepByQueries(0, 1).random(new Random(SEED)).start();

  private final List<String> handles =
      IntStream.range(0, 240)
          .mapToObj(i -> sandbox.providers().get(i % sandbox.providers().size()) + ":ok-" + i)
          .toList();

  private final Set<Integer> progress = new TreeSet<>();

  @Test
  void losesNoTaskAndDownloadsNoVideoTwice() throws Exception {
    try (sandbox) {
      Process next = start();
      for (int i = 0; i < KILLS; i++) {
        Process process = next;
        next = start(); // its virtual machine starts while the other one collects
        runAndKill(process, i % 2 == 1);
      }
      assertThat(progress).as("kills between videos").hasSizeGreaterThan(Math.max(1, KILLS / 10));
      Process last = begin(next);

      assertThat(last.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(last.exitValue()).as(Files.readString(directory.resolve("errors"))).isZero();
      assertThat(videos()).hasSize(handles.size());
      assertThat(contents()).containsExactly(-1L); // each equals the sandbox's video
      assertThat(open()).isEmpty();
    }
  }

  /** Installs the program with an archive of its classes: each start takes half of the time. */
  @BeforeEach
  void install() throws Exception {
    Path own = installation.resolve("tests.jar");
    var source = CollectProgram.class.getProtectionDomain().getCodeSource();
    InstalledCommand.install(Path.of(source.getLocation().getPath()), own);
    classPath = own + File.pathSeparator + InstalledCommand.in(installation).classPath();
    try (Sandbox other = Sandbox.builder().stepByQueries(0, 0).start()) {
      String option = "-XX:ArchiveClassesAtExit=" + archive();
      Process process = start(option, installation, List.of("toapis:ok-1"), other);

      assertThat(begin(process).waitFor()).isZero();
    }
  }

  private Path archive() {
    return installation.resolve("collect.jsa");
  }

  /** Lets a process collect, which waits for the end of its standard input. */
  private static Process begin(Process process) throws IOException {
    process.getOutputStream().close();
    return process;
  }

  /**
   * Kills it at a random moment, which is measured in requests.
   *
   * @param saving whether it saves a video before, however busy the machine is
   */
  private void runAndKill(Process process, boolean saving) throws Exception {
    Set<String> before = videos();
    Instant start = Instant.now();
    begin(process);
    int until = sandbox.requests().size() + random.nextInt(80);
    while (process.isAlive()
        && (sandbox.requests().size() < until || saving && videos().equals(before))) {
      process.waitFor(2, TimeUnit.MILLISECONDS);
    }
    process.waitFor(random.nextInt(20), TimeUnit.MILLISECONDS);
    boolean ended = !process.isAlive();
    process.destroyForcibly().waitFor();

    assertThat(ended && process.exitValue() != 0).as("ended by itself, and badly").isFalse();
    assertThat(videos()).containsAll(before);
    assertThat(downloadsSince(start)).noneMatch(before::contains);
    progress.add(videos().size());
  }

  /** Always with all handles, as a program that is started again has them. */
  private Process start() throws IOException {
    return start("-XX:SharedArchiveFile=" + archive(), directory, handles, sandbox);
  }

  private Process start(String option, Path folder, List<String> tasks, Sandbox providers)
      throws IOException {
    List<String> command = InstalledCommand.shortLived(option, "-Xlog:disable", "-XX:-UsePerfData");
    command.addAll(List.of("-cp", classPath, CollectProgram.class.getName()));
    command.add(folder.resolve("videos").toString());
    command.add(folder.resolve("open-tasks").toString());
    command.addAll(tasks);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(directory.resolve("errors").toFile());
    builder.environment().putAll(InstalledCommand.environment(providers));
    return builder.start();
  }

  private Set<String> videos() throws IOException {
    if (Files.notExists(directory.resolve("videos"))) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory.resolve("videos"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".mp4"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Set<String> downloadsSince(Instant start) {
    return sandbox.requests().stream()
        .filter(request -> !request.at().isBefore(start))
        .filter(request -> request.target().startsWith("/files/"))
        .map(KilledCollectTest::fileName)
        .collect(Collectors.toSet());
  }

  private static String fileName(RecordedRequest request) {
    String[] parts = request.target().split("/");
    return parts[2] + "-" + parts[3] + ".mp4";
  }

  /** Where each saved video differs from the sandbox's; -1 for nowhere. */
  private Set<Long> contents() throws IOException {
    Path video = directory.resolve("video");
    try (var resource = Sandbox.class.getResourceAsStream("video.mp4")) {
      Files.write(video, resource.readAllBytes());
    }
    Set<Long> differences = new TreeSet<>();
    for (String name : videos()) {
      differences.add(Files.mismatch(video, directory.resolve("videos").resolve(name)));
    }
    return differences;
  }

  private Set<?> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(directory.resolve("open-tasks"))) {
      return store.handles();
    }
  }
}
