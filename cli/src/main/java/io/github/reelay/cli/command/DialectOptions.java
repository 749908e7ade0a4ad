package io.github.reelay.cli.command;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.cli.watch.ResumeCommand;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.Providers;
import io.github.reelay.store.HandleStore;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Providers that a document describes, in place of code. */
final class DialectOptions {
  static final String NAME = "--dialect";
  static final String LABEL = "FILE";
  static final String DESCRIPTION =
      "Also know the provider that this document describes, by the name that is in it; can be"
          + " repeated. Its key and base URL are read from the environment as for the others.";

  @Option(names = NAME, paramLabel = LABEL, description = DESCRIPTION)
  private List<String> files = new ArrayList<>();

  /**
   * The dialects that the documents describe.
   *
   * @throws io.github.reelay.cli.terminal.UsageException if a document cannot be read
   */
  List<Dialect> read() {
    return Dialects.load(files);
  }

  /** The command that goes on, with the same documents. */
  ResumeCommand resume(ResumeCommand command) {
    ResumeCommand same = command;
    for (String file : files) {
      same = same.with(NAME, file);
    }
    return same;
  }

  /**
   * The handles of providers that a document describes which is not given now: by the handle, the
   * sentence that says so.
   */
  static List<TaskHandle> withoutDocument(
      Collection<TaskHandle> open, Providers providers, Map<String, String> documents) {
    return open.stream()
        .filter(handle -> documents.containsKey(handle.provider()))
        .filter(
            handle ->
                providers.all().stream().noneMatch(each -> each.name().equals(handle.provider())))
        .toList();
  }

  /**
   * Notes in the store which document describes the providers of its handles.
   *
   * @throws IOException if the store cannot be written
   */
  void name(HandleStore store) throws IOException {
    List<Dialect> dialects = read();
    for (int i = 0; i < dialects.size(); i++) {
      String name = dialects.get(i).profile().name();
      String file = Path.of(files.get(i)).toAbsolutePath().normalize().toString();
      boolean open = store.handles().stream().anyMatch(each -> each.provider().equals(name));
      if (open && TaskHandle.isTaskId(file)) {
        store.nameDialectFile(name, file);
      }
    }
  }
}
