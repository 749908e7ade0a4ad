package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.Reelay;
import io.github.reelay.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of {@link Reelay}, for every provider of the sandbox. */
class FirstProgramSnippetTest {
  @TempDir private Path folder;

  @Test
  void queriesAwaitsAndDownloadsWhateverTheProvider() {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).start();
        Reelay reelay =
            Reelay.builder()
                .environment(FollowSnippetTest.environment(sandbox))
                .rules(rules -> rules.withInterval(Duration.ofSeconds(1)))
                .downloads(downloads -> downloads.allowPrivateAddresses(true))
                .build()) {
      for (String provider : sandbox.providers()) {
        String task = provider + ":ok-1";

        assertThat(reelay.query(task).status().jsonName()).isEqualTo("running");
        assertThat(reelay.await(task, Duration.ofMinutes(1)).succeededOrThrow().handle())
            .hasToString(task);
        assertThat(reelay.download(task, folder.resolve(provider + ".mp4"))).isNotEmptyFile();
      }
    }
  }
}
