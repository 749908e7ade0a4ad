package io.github.reelay.cli.command;

import io.github.reelay.cli.terminal.ExitStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelay} without a subcommand: prints its help, and ends with 0. */
@Command(
    name = "reelay",
    versionProvider = ReelayCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Queries video-generation tasks at several providers (APIs of resellers), waits for their end"
          + " and downloads the videos. The output is the same whichever provider responds.",
      "Results go to standard output, everything else to standard error. 'reelay help COMMAND' says"
          + " more."
    },
    footer = {
      "",
      SharedHelp.ENVIRONMENT,
      "  " + SharedHelp.KEY_NAME + "    the key of the provider",
      "  " + SharedHelp.BASE_URL_NAME + "   its base URL, if not the documented one",
      SharedHelp.SETTINGS,
      "Colours are for terminals alone, and for none if NO_COLOR is set."
    })
final class ReelayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version and end.")
  private boolean version;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return ExitStatus.DONE.code();
  }

  /** Reads {@code version.txt}, into which the build writes the version of the project. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
      try (InputStream in = ReelayCommand.class.getResourceAsStream("version.txt")) {
        if (in == null) {
          throw new IOException(
              "expected version.txt next to the classes, found none; build the jar again");
        }
        return new String[] {
          "reelay " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()
        };
      }
    }
  }
}
