package io.github.reelay.cli.command;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --dialect}: providers that a document describes, in place of code. */
final class DialectOptions {
  static final String NAME = "--dialect";
  static final String LABEL = "FILE";
  static final String DESCRIPTION =
      "Also know the provider that this document describes, by the name that is in it; can be"
          + " repeated.";

  @Option(names = NAME, paramLabel = LABEL, description = DESCRIPTION)
  private List<String> files = new ArrayList<>();

  /**
   * The dialects of the documents in the order in which they were given; empty without one.
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
}
