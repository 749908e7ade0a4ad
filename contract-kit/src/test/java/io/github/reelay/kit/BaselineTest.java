package io.github.reelay.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {
  @TempDir private Path folder;

  @Test
  void isWhatGitHasOfTheDocument() throws Exception {
    Path document = Files.writeString(folder.resolve("my.yaml"), "name: before\n");
    git("init", "-q");
    git("add", "my.yaml");
    git("-c", "user.name=n", "-c", "user.email=e@e.example", "commit", "-q", "-m", "first");
    Files.writeString(document, "name: now\n");

    assertThat(Baseline.committed("HEAD").text(document)).isEqualTo("name: before\n");
    assertThat(Baseline.committed("HEAD~1").text(document)).isNull();
    assertThat(Baseline.committed("HEAD").text(folder.resolve("other.yaml"))).isNull();
    assertThat(Baseline.committed("origin/main")).hasToString("origin/main");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    int status =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("git.log").toFile())
            .start()
            .waitFor();
    assertThat(status).as(() -> String.join(" ", command)).isZero();
  }
}
