package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.Main;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dialect and a specification on the class path are all that a provider more takes: no list that
 * names the others has to be edited.
 */
@Timeout(120)
class AnotherProviderTest {
  private static final String SPECS = "io/github/reelay/specs/";

  @TempDir private Path classPath;
  @TempDir private Path videos;

  /** A folder with the two files that a jar with another provider holds next to its classes. */
  @BeforeEach
  void addTheProvider() throws IOException {
    Path services = Files.createDirectories(classPath.resolve("META-INF/services"));
    Files.writeString(services.resolve(Dialect.class.getName()), AcmeDialect.class.getName());
    Path specs = Files.createDirectories(classPath.resolve(SPECS));
    try (InputStream toapis = Sandbox.class.getResourceAsStream("/" + SPECS + "toapis.yaml")) {
      Files.copy(toapis, specs.resolve(AcmeDialect.NAME + ".yaml"));
    }
  }

  @Test
  void theDemoFollowsOneOfItsTasksAndDownloadsTheVideo() throws Exception {
    assertThat(run("demo", "--download", videos.toString()).lines())
        .hasSizeGreaterThan(1)
        .filteredOn(line -> line.startsWith("{\"provider\":\"acme\","))
        .singleElement()
        .asString()
        .contains("\"status\":\"succeeded\"");
    assertThat(videos.resolve("acme-ok-demo.mp4")).isNotEmptyFile();
  }

  @Test
  void theCommandListsIt() throws Exception {
    assertThat(run("providers", "--json").lines())
        .hasSizeGreaterThan(1)
        .anyMatch(line -> line.contains("\"keyVariable\":\"REELAY_ACME_API_KEY\""));
  }

  @Test
  void theHelpNamesIt() throws Exception {
    assertThat(run("get", "--help"))
        .containsPattern("Environment, for toapis \\(likewise for .*\\bacme\\b.*\\):");
  }

  private String run(String... args) throws Exception {
    String path = System.getProperty("java.class.path") + File.pathSeparator + classPath;
    List<String> command = InstalledCommand.shortLived("-cp", path, Main.class.getName());
    command.addAll(List.of(args));
    Path errors = videos.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out;
  }
}
