package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles that outlive the process. */
@Timeout(60)
class WatchStateTest {
  private final Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start();
  private final CommandRunner runner = new CommandRunner().with(sandbox);

  @TempDir private Path folder;
  private Path state;

  @BeforeEach
  void name() {
    state = folder.resolve("state");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private CommandRunner.Result watch(String... args) {
    String[] all = new String[args.length + 5];
    System.arraycopy(
        new String[] {"watch", "--every", "200ms", "--state", state.toString()}, 0, all, 0, 5);
    System.arraycopy(args, 0, all, 5, args.length);
    return runner.run(all);
  }

  private List<String> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      return store.handles().stream().map(TaskHandle::toString).toList();
    }
  }

  @Test
  void keepsWhatHasNotEndedAndForgetsTheRest() throws IOException {
    CommandRunner.Result result =
        watch(
            "--timeout",
            "30s",
            "toapis:ok-1",
            "toapis:never-1",
            "toapis:missing-1",
            "toapis:error-401-1",
            "toapis:error-500-1",
            "toapis:fails-1");

    assertThat(result.status()).isEqualTo(4);
    assertThat(open())
        .containsExactly(
            "toapis:never-1", "toapis:missing-1", "toapis:error-401-1", "toapis:error-500-1");
    assertThat(result.errLines())
        .endsWith("resume with: reelay watch --state " + state + " --timeout 30s --every 200ms");
  }

  @Test
  void goesOnWithWhatIsOpen() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      store.add(List.of(TaskHandle.parse("toapis:ok-1"), TaskHandle.parse("toapis:fails-1")));
    }

    CommandRunner.Result result = watch();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.outLines()).hasSize(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void printsATaskBeforeItIsForgotten() throws IOException {
    List<String> journals = new ArrayList<>();
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            try {
              journals.add(Files.readString(state));
            } catch (IOException broken) {
              throw new UncheckedIOException(broken);
            }
          }
        };
    String[] args = {"watch", "--every", "200ms", "--state", state.toString(), "toapis:ok-1"};

    Main.run(args, runner.context(out, OutputStream.nullOutputStream()));

    assertThat(journals).isNotEmpty().noneMatch(text -> text.contains("-toapis:ok-1"));
    assertThat(open()).isEmpty();
  }

  @Test
  void keepsATaskWhoseEndNobodyTook() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int sign) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = {"watch", "--every", "200ms", "--state", state.toString(), "toapis:ok-1"};

    int status = Main.run(args, runner.context(closed, err));

    assertThat(status).isEqualTo(70);
    assertThat(open()).containsExactly("toapis:ok-1");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("resume with: reelay watch --state " + state + " --every 200ms\n");
  }

  @Test
  void saysThatItsFileIsGone() throws IOException {
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            assertThat(state.toFile().delete()).isTrue();
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = {"watch", "--every", "200ms", "--state", state.toString(), "toapis:ok-1"};

    int status = Main.run(args, runner.context(out, err));

    assertThat(status).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .endsWith(
            "expected the handle store JournalHandleStore to remove handles, found a failure; they"
                + " stay in it, and the next run queries their tasks again\n"
                + "expected the journal "
                + folder.toRealPath().resolve("state")
                + " to be the file that was opened, found it deleted or moved; bring it back, or"
                + " open the journal again\n");
    assertThat(state).doesNotExist();
  }

  /** Noticed by a write of the store, or only at the end. */
  @ParameterizedTest
  @ValueSource(strings = {"toapis:ok-1", "toapis:never-2"})
  void printsTheHandlesThatItsFileHasLost(String other) throws IOException {
    ByteArrayOutputStream err =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            if (toString(StandardCharsets.UTF_8).contains("never-1: running")) {
              state.toFile().delete();
            }
          }
        };
    String[] args = {
      "watch",
      "--every",
      "200ms",
      "--state",
      state.toString(),
      "--timeout",
      "20s",
      other,
      "toapis:never-1"
    };

    Main.run(args, runner.context(OutputStream.nullOutputStream(), err));

    assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
        .last()
        .asString()
        .startsWith("resume with: reelay watch --state " + state + " --timeout 20s --every 200ms ")
        .contains(" toapis:never-1")
        .satisfies(
            line -> assertThat(line.contains(other)).isEqualTo(other.equals("toapis:never-2")));
  }

  @Test
  void addsTheHandlesThatAreGiven() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      store.add(List.of(TaskHandle.parse("toapis:ok-1")));
    }

    CommandRunner.Result result = watch("22codex:sora-2:ok-2", "toapis:ok-1");

    assertThat(result.status()).isZero();
    assertThat(result.outLines()).hasSize(2);
    assertThat(open()).isEmpty();
  }

  @Test
  void isDoneIfNothingIsOpen() {
    CommandRunner.Result result = watch();

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                0, "", "nothing to wait for: no handle is open in " + state + "\n"));
  }

  @Test
  void refusesAFileThatAnotherOneUses() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      CommandRunner.Result result = watch("toapis:ok-1");

      assertThat(result.status()).isEqualTo(2);
      assertThat(result.err())
          .isEqualTo(
              "expected the journal "
                  + state.toRealPath()
                  + " to be free, found it open in this process; stop that one first, or choose"
                  + " another file\n");
      assertThat(result.out()).isEmpty();
      assertThat(store.handles()).isEmpty();
    }
    assertThat(sandbox.requests()).isEmpty();
  }

  @Test
  void refusesAFileOfAnotherKindAndLeavesItAlone() throws IOException {
    Files.writeString(state, "shopping list\n");

    CommandRunner.Result result = watch("toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("expected the journal ").contains("to begin with");
    assertThat(state).hasContent("shopping list\n");
  }

  @Test
  void refusesAFileInAFolderThatIsNotThere() {
    state = folder.resolve("none").resolve("state");

    CommandRunner.Result result = watch("toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.errLines())
        .containsExactly(
            "expected a folder for the journal "
                + state
                + ", found none; create "
                + state.getParent());
  }

  @Test
  void keepsNothingIfOneHandleIsNone() throws IOException {
    CommandRunner.Result result = watch("toapis:ok-1", "sora:task_1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(state).doesNotExist();
  }

  @Test
  void saysWhichOfTheOpenHandlesNobodyKnows() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      store.add(List.of(TaskHandle.parse("sora:task_1")));
    }

    CommandRunner.Result result = watch("toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).isEqualTo(state + ": " + ProviderNames.expected("sora") + "\n");
    assertThat(open()).containsExactly("sora:task_1");
  }
}
