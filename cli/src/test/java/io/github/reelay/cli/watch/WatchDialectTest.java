package io.github.reelay.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderServer;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that outlive the process, of a provider that only a document describes. */
@Timeout(60)
class WatchDialectTest {
  @TempDir private Path folder;
  private String document;
  private Path state;

  @BeforeEach
  void write() throws IOException {
    document = ProviderServer.document(folder);
    state = folder.resolve("state");
  }

  private List<String> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      return store.handles().stream().map(TaskHandle::toString).toList();
    }
  }

  private CommandRunner.Result begin(ProviderServer server) {
    return server
        .runner()
        .run(
            "watch",
            "--dialect",
            document,
            "--state",
            state.toString(),
            "--timeout",
            "20s",
            "my:t1",
            "my:t2");
  }

  @Test
  void theJournalNamesTheDocumentAndTheResumeLineHasIt() throws IOException {
    try (ProviderServer server = ProviderServer.saying("IN_PROGRESS", "")) {
      CommandRunner.Result result = begin(server);

      assertThat(result.status()).isEqualTo(3);
      assertThat(result.errLines())
          .endsWith(
              "resume with: reelay watch --state "
                  + state
                  + " --timeout 20s --dialect "
                  + document);
    }
    try (HandleStore store = JournalHandleStore.open(state)) {
      assertThat(store.dialectFiles()).containsEntry("my", document);
    }
  }

  @Test
  void withoutTheDocumentItsTasksAreKeptReportedAndNotQueried() throws IOException {
    try (ProviderServer server = ProviderServer.saying("IN_PROGRESS", "");
        Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      begin(server);
      server.requests.clear();

      CommandRunner.Result result =
          server.runner().with(sandbox).run("watch", "--state", state.toString(), "toapis:ok-1");

      assertThat(result.status()).isEqualTo(3);
      assertThat(result.outLines())
          .singleElement()
          .asString()
          .startsWith("{\"provider\":\"toapis\",\"id\":\"ok-1\",\"status\":\"succeeded\"");
      assertThat(result.errLines())
          .startsWith(
              "my:t1: kept in "
                  + state
                  + " and not queried, because --dialect "
                  + document
                  + " is not given",
              "my:t2: kept in "
                  + state
                  + " and not queried, because --dialect "
                  + document
                  + " is not given");
      assertThat(server.requests).isEmpty();
      assertThat(open()).containsExactly("my:t1", "my:t2");
    }
  }

  @Test
  void withTheDocumentTheyGoOn() throws IOException {
    try (ProviderServer server = ProviderServer.saying("IN_PROGRESS", "")) {
      begin(server);
    }
    try (ProviderServer server = ProviderServer.saying("FAILURE", ",\"fail_reason\":\"no\"")) {
      CommandRunner.Result result =
          server.runner().run("watch", "--dialect", document, "--state", state.toString());

      assertThat(result.status()).isEqualTo(1);
      assertThat(result.outLines()).hasSize(2);
      assertThat(open()).isEmpty();
    }
  }

  @Test
  void aDocumentThatHasMovedGetsItsNewName() throws IOException {
    try (ProviderServer server = ProviderServer.saying("IN_PROGRESS", "")) {
      begin(server);
      Path moved = Files.move(Path.of(document), folder.resolve("other.yaml"));
      document = moved.toString();
      begin(server);
    }

    try (HandleStore store = JournalHandleStore.open(state)) {
      assertThat(store.dialectFiles()).containsEntry("my", document);
    }
  }

  @Test
  void aJournalOfTasksThatNeedNoDocumentNamesNone() throws IOException {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start()) {
      new CommandRunner()
          .with(sandbox)
          .run("watch", "--dialect", document, "--state", state.toString(), "toapis:ok-1");
    }

    assertThat(state).content().doesNotContain("reelay.dialect");
  }
}
