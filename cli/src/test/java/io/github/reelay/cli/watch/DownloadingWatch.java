package io.github.reelay.cli.watch;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.store.HandleStore;
import io.github.reelay.store.JournalHandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Watches with a state file and a folder for videos, against a sandbox. */
final class DownloadingWatch implements AutoCloseable {
  final CommandRunner runner = new CommandRunner();
  final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).clock(runner.clock).start();
  final Path videos;
  final Path state;

  DownloadingWatch(Path folder) {
    videos = folder.resolve("videos");
    state = folder.resolve("state");
    runner.with(sandbox);
  }

  CommandRunner.Result run(String... args) {
    return runner.run(args(args));
  }

  String[] args(String... more) {
    List<String> all = new ArrayList<>(List.of("watch", "--every", "200ms"));
    all.addAll(List.of("--state", state.toString(), "--download", videos.toString()));
    all.addAll(List.of("--allow-private-addresses"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The names of the videos, in order. */
  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(videos)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The handles in the state file. */
  List<String> open() throws IOException {
    try (HandleStore store = JournalHandleStore.open(state)) {
      return store.handles().stream().map(TaskHandle::toString).toList();
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
