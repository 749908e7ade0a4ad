package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The README's first program in a process of its own, as a newcomer runs it: without a logging
 * library, which nothing warns of.
 */
@Timeout(120)
class FirstProgramTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void printsTheStatusAndThenTheVideo() throws Exception {
    assertPrintsTheVideo(sandbox.providers().get(0));
  }

  @Tag("long")
  @Test
  void printsTheStatusAndThenTheVideoOfATaskAtEachOtherProvider() throws Exception {
    for (String provider : sandbox.providers().subList(1, sandbox.providers().size())) {
      assertPrintsTheVideo(provider);
    }
  }

  private void assertPrintsTheVideo(String provider) throws Exception {
    String handle = provider + ":ok-1";

    assertThat(run(handle)).containsExactly("running");
    assertThat(run(handle))
        .satisfiesExactly(
            status -> assertThat(status).isEqualTo("succeeded"),
            url -> assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/\\S+"));
  }

  @Tag("long")
  @Test
  void printsTheStatusAloneOfATaskThatFailedAtEachProvider() throws Exception {
    for (String provider : sandbox.providers()) {
      String handle = provider + ":fails-1";

      assertThat(run(handle)).containsExactly("running");
      assertThat(run(handle)).containsExactly("failed");
    }
  }

  private List<String> run(String handle) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            InstalledCommand.shortLived(
                "-cp",
                String.join(File.pathSeparator, LoggingTest.withoutSlf4j()),
                FirstProgram.class.getName(),
                handle));
    builder.environment().putAll(InstalledCommand.environment(sandbox));
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out.lines().toList();
  }
}
