package io.github.reelay.cluster;

import static io.github.reelay.cluster.ClusterFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is interrupted leaves no server behind, and no folder. */
@Timeout(120)
@EnabledIfSystemProperty(named = "cluster.postgres", matches = "true")
class PostgresServerTest {
  @ParameterizedTest
  @CsvSource({"KILL, up", "TERM, up", "KILL, frozen", "KILL, down"})
  void endsWithTheProcessThatStartedIt(String signal, String state) throws Exception {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostgresServerTest.class.getName(),
                state)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader lines = program.inputReader(StandardCharsets.UTF_8);
    long server = Long.parseLong(lines.readLine());
    Path folder = Path.of(lines.readLine());

    new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start().waitFor();
    assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();

    await("no server is left")
        .until(() -> ProcessHandle.of(server).filter(ProcessHandle::isAlive).isEmpty());
    await("no folder is left").until(() -> Files.notExists(folder));
  }

  @Test
  void endsNoOtherProcessThatHasThePidByNow() throws Exception {
    PostgresServer server = PostgresServer.start();
    server.down();
    Process other = new ProcessBuilder("cat").start();
    try {
      Files.writeString(server.folder().resolve("data/postmaster.pid"), other.pid() + "\n");
      server.close();

      assertThat(other.isAlive()).isTrue();
      assertThat(server.folder()).doesNotExist();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void reportsWhatIsLeftBehind() throws Exception {
    PostgresServer server = PostgresServer.start();
    ProcessHandle guard =
        ProcessHandle.current()
            .children()
            .filter(child -> child.info().commandLine().orElse("").endsWith(" " + server.folder()))
            .findAny()
            .orElseThrow();
    guard.destroyForcibly();

    assertThatThrownBy(server::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected PostgreSQL to end within 60 s and its folder to be removed, found it left"
                + " behind; end it and remove "
                + server.folder());
    server.down();
    assertThat(new ProcessBuilder("rm", "-rf", server.folder().toString()).start().waitFor())
        .isZero();
  }

  /** The run that is interrupted; it tells the test its server and its folder by its output. */
  public static void main(String... arguments) throws Exception {
    PostgresServer server = PostgresServer.start();
    long pid = server.process().pid();
    switch (arguments[0]) {
      case "frozen" -> server.freeze();
      case "down" -> server.down();
      default -> {}
    }
    System.out.println(pid);
    System.out.println(server.folder());
    System.in.read();
  }
}
