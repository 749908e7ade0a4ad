package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.command.CommandTree;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TrainingRunTest {
  @TempDir private Path folder;

  @Test
  void runsEveryCommandThatEndsByItselfAndToItsEnd() throws Exception {
    Set<String> expected = new TreeSet<>(names());
    expected.removeAll(Set.of("sandbox", "help")); // the first runs until it is stopped
    expected.add("--help");

    Map<String, Integer> statuses = TrainingRun.train(folder);

    assertThat(statuses).containsOnlyKeys(expected);
    assertThat(statuses.values()).containsOnly(0);
  }

  private static Set<String> names() {
    return CommandTree.of(new CommandRunner().context(System.err, System.err))
        .getSubcommands()
        .keySet();
  }
}
