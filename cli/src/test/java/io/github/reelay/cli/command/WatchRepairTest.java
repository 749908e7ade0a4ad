package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A state file that is damaged, and the command that repairs it. */
@Timeout(60)
class WatchRepairTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start();
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path given;
  private Path state;

  @BeforeEach
  void name() throws IOException {
    state = given.toRealPath().resolve("state");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private CommandRunner.Result watch(String... args) {
    String[] all = new String[args.length + 3];
    System.arraycopy(new String[] {"watch", "--state", state.toString()}, 0, all, 0, 3);
    System.arraycopy(args, 0, all, 3, args.length);
    return runner.run(all);
  }

  private String damage() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      for (String handle : List.of("toapis:ok-1", "toapis:ok-2", "22codex:ok-3")) {
        store.add(List.of(TaskHandle.parse(handle)));
      }
    }
    String damaged = Files.readString(state).replace("+toapis:ok-2", "+\0\0\0\0\0\0:ok-2");
    Files.writeString(state, damaged);
    return damaged;
  }

  @Test
  void isNamedWhereDamageIsRefused() throws IOException {
    String damaged = damage();

    CommandRunner.Result result = watch();

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                "expected every line of the journal to agree with its checksum, found damage in"
                    + " line 3; bring back a copy of the file, or keep what can be read with:"
                    + " reelay watch --state "
                    + state
                    + " --repair\n"));
    assertThat(state).hasContent(damaged);
  }

  @Test
  void keepsWhatCanBeReadAndNeedsNoKey() throws IOException {
    String damaged = damage();

    CommandRunner.Result result = watch("--repair");

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                0,
                "",
                "kept toapis:ok-1\nkept 22codex:ok-3\nrepaired the journal "
                    + state
                    + ": dropped line 3, open handles: 2; a copy as it was is "
                    + state
                    + ".damaged-1\n"));
    assertThat(state.resolveSibling("state.damaged-1")).hasContent(damaged);
  }

  @Test
  void goesOnIfAHandleIsGiven() throws IOException {
    damage();
    runner.with(sandbox);

    CommandRunner.Result result = watch("--every", "200ms", "--repair", "toapis:ok-2");

    assertThat(result.status()).isZero();
    assertThat(result.outLines()).hasSize(3);
    try (HandleStore store = JournalHandleStore.open(state)) {
      assertThat(store.handles()).isEmpty();
    }
  }

  @Test
  void leavesAWholeFileAsItIs() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      store.add(List.of(TaskHandle.parse("toapis:ok-1")));
    }

    assertThat(watch("--repair"))
        .isEqualTo(
            new CommandRunner.Result(
                0,
                "",
                "kept toapis:ok-1\nthe journal " + state + " is not damaged; open handles: 1\n"));
  }

  @Test
  void refusesWhatIsNoStateFile() throws IOException {
    assertThat(watch("--repair").err())
        .isEqualTo("expected a journal to repair at " + state + ", found none; check the name\n");
    Files.writeString(state, "shopping list\n");

    CommandRunner.Result result = watch("--repair");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("to begin with 'reelay-handles 1' or 'reelay-handles 2', found something else");
    assertThat(state).hasContent("shopping list\n");
  }

  @Test
  void needsAStateFile() {
    CommandRunner.Result result = runner.run("watch", "--repair", "toapis:ok-1");

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                "expected --state FILE with --repair, found none; see 'reelay watch --help'\n"));
  }

  @Test
  void saysWhichLinesAPowerLossTook() throws IOException {
    damage();
    Files.writeString(state, Files.readString(state).replaceAll("(?s)\n[^\n]*22codex.*", "\n"));
    runner.with(sandbox);

    CommandRunner.Result result = watch("--every", "200ms");

    assertThat(result.status()).isZero();
    assertThat(result.errLines())
        .startsWith(
            "repaired the journal "
                + state
                + ": dropped line 3, open handles: 1; a copy as it was is "
                + state
                + ".damaged-1");
  }

  @Test
  void refusesADeviceAndLeavesItThere() throws IOException {
    state = Files.createSymbolicLink(state, Path.of("/dev/null"));

    CommandRunner.Result result = watch("--repair");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected a regular file or nothing for the journal /dev/null, found a character"
                + " device; name another file for the journal, or move that away\n");
    Files.delete(state); // else JUnit warns that it leads out of its folder
  }
}
