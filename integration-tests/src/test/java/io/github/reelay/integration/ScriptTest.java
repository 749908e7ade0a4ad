package io.github.reelay.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.Main;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script next to the parent POM, in a directory of its own, and the archive of classes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "reelay is a shell script")
@Timeout(180)
class ScriptTest {
  private static final String NO_ARCHIVE = "exit 1";
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  @TempDir private Path root;
  private Path target;
  private Path archive;

  @BeforeEach
  void installTheScript() throws IOException {
    target = Files.createDirectories(root.resolve("cli/target"));
    archive = target.resolve("reelay-17.0.1+2-test.jsa");
    Files.copy(Path.of("..", "reelay"), root.resolve("reelay"));
    Files.createFile(target.resolve(InstalledCommand.OWN_JAR));
    Files.createFile(target.resolve("reelay.classpath"));
  }

  /** JUnit would warn of each link that leads out of its folder. */
  @AfterEach
  void removeTheLinks() throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(target, Files::isSymbolicLink)) {
      for (Path link : links) {
        Files.delete(link);
      }
    }
  }

  /** A JDK whose java notes its arguments and then does what the line of the shell says. */
  private void jdk(String line) throws IOException {
    Path home = Files.createDirectories(root.resolve("jdk/bin")).getParent();
    Files.writeString(
        home.resolve("release"),
        "JAVA_RUNTIME_VERSION=\"17.0.1+2-test\"\nJAVA_VERSION=\"17.0.1\"\n");
    Path java = home.resolve("bin/java");
    String notes = "printf '%s ' \"$@\" >>\"" + root + "/notes\"; echo >>\"" + root + "/notes\"\n";
    Files.writeString(java, "#!/bin/sh\n" + notes + line + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> notes() throws IOException {
    return Files.readAllLines(root.resolve("notes"));
  }

  private String reelay(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", root.resolve("reelay").toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    return output(builder.start());
  }

  private static String output(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** Waits until the archive is there, empty or not, and its maker has gone. */
  private void awaitTheArchive(WatchService changes, boolean empty)
      throws IOException, InterruptedException {
    while (Files.notExists(archive) || archive.toFile().length() == 0 != empty || isBeingMade()) {
      WatchKey change = changes.poll(10, TimeUnit.MINUTES);
      assertThat(change).as("a change in " + target).isNotNull();
      change.reset();
    }
  }

  private boolean isBeingMade() throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files.anyMatch(file -> file.toString().endsWith(".archive"));
    }
  }

  private WatchService changes() throws IOException {
    WatchService changes = target.getFileSystem().newWatchService();
    target.register(
        changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
    return changes;
  }

  /** The training run is several JVMs in a row, which take minutes on a machine that is busy. */
  @Tag("long")
  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void makesTheArchiveByTheFirstRunOfAnyCommandForEveryOther() throws Exception {
    String real = InstalledCommand.java();
    jdk("exec \"" + real + "\" \"$@\"");
    String classPath = installTheJars();
    try (WatchService changes = changes()) {
      assertThat(reelay("--version")).startsWith("reelay ").hasLineCount(1);
      awaitTheArchive(changes, false);
    }

    assertThat(reelay("providers", "--json")).startsWith("{").contains("toapis");

    assertThat(notes()).last().asString().startsWith("-XX:SharedArchiveFile=" + archive + " ");
    for (String command : List.of("--help", "completion")) {
      ProcessBuilder strict =
          new ProcessBuilder(
              real,
              "-Xshare:on", // ends with an error if the archive does not fit
              "-XX:SharedArchiveFile=" + archive,
              "-Xlog:class+load",
              "-cp",
              classPath,
              Main.class.getName(),
              command);
      assertThat(output(strict.redirectErrorStream(true).start()).lines())
          .filteredOn(line -> line.contains("source: ") && isOurs(line))
          .isNotEmpty()
          .allMatch(line -> line.contains("shared objects file"));
    }
  }

  private static boolean isOurs(String line) {
    return line.contains(" io.github.reelay.") || line.contains(" picocli.");
  }

  private String installTheJars() throws IOException {
    InstalledCommand installed = InstalledCommand.in(target);
    List<String> others = installed.jars().subList(1, installed.jars().size());
    Files.writeString(target.resolve("reelay.classpath"), String.join(":", others));
    return installed.classPath();
  }

  @Test
  void usesNoArchiveThatIsOlderThanWhatItWasMadeOf() throws Exception {
    jdk("case $* in *TrainingRun*) " + NO_ARCHIVE + " ;; esac");
    Files.writeString(archive, "old");
    Files.setLastModifiedTime(archive, LONG_AGO);
    try (WatchService changes = changes()) {
      assertThat(reelay("demo")).isEmpty();
      awaitTheArchive(changes, true); // which says that none can be made
    }

    assertThat(notes()).allMatch(line -> !line.contains("SharedArchiveFile"));
  }

  @Test
  void triesAJdkThatMakesNoArchiveOnce() throws Exception {
    jdk("case $* in *TrainingRun*) " + NO_ARCHIVE + " ;; esac");
    try (WatchService changes = changes()) {
      assertThat(reelay("get", "toapis:a")).isEmpty();
      awaitTheArchive(changes, true); // which says that none can be made
    }

    assertThat(reelay("get", "toapis:b")).isEmpty();

    assertThat(notes()).filteredOn(line -> line.contains("TrainingRun")).hasSize(1);
    assertThat(notes()).last().asString().startsWith("-Xlog:disable ").contains(" toapis:b ");
  }

  @Test
  void leavesNothingOfAnArchiveWhoseMakingIsKilled() throws Exception {
    jdk("case $* in *TrainingRun*) kill -9 $$ ;; esac");
    try (WatchService changes = changes()) {
      assertThat(reelay("providers")).isEmpty();
      do {
        assertThat(changes.poll(60, TimeUnit.SECONDS)).isNotNull().matches(WatchKey::reset);
      } while (isBeingMade() || notes().size() < 2);
    }

    assertThat(archive).doesNotExist();
  }

  @Test
  void runsWithAnArchiveThatIsBroken() throws Exception {
    jdk("exec \"" + InstalledCommand.java() + "\" \"$@\"");
    installTheJars();
    Files.writeString(archive, "no archive");

    assertThat(reelay("--version")).startsWith("reelay ").hasLineCount(1);
  }
}
