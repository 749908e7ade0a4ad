package io.github.reelay.cli.completion;

import io.github.reelay.dialect.Dialect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The text of the script. The template has all of its code; put in are the names of the commands
 * and providers, and for each command its options and the kinds of their values.
 */
final class CompletionScript {
  /** What a value is, by its name in the help; other values are not completed. */
  private static final Map<String, String> KINDS =
      Map.of(
          "FILE", "FILE", "SAVED", "FILE", "DIR", "DIR", "HANDLE", "HANDLE", "COMMAND", "COMMAND");

  private final String text;

  private CompletionScript(String text) {
    this.text = text;
  }

  /**
   * The script for a command and all below it.
   *
   * @throws IOException if the template cannot be read
   */
  static CompletionScript of(CommandSpec root) throws IOException {
    StringBuilder cases = new StringBuilder();
    describe(root, "", cases);
    return new CompletionScript(
        template()
            .replace("@COMMANDS@", String.join(" ", root.subcommands().keySet()))
            .replace("@PROVIDERS@", String.join(" ", providers()))
            .replace("    @CASES@\n", cases));
  }

  /** The form that is sourced, by bash or by zsh. */
  String toBeSourced() {
    return "#!/usr/bin/env bash\n" + text;
  }

  /** The form of a file in the path of functions of zsh. */
  String ofFunctionPath() {
    return "#compdef reelay\n" + text;
  }

  private static String template() throws IOException {
    try (InputStream in = CompletionScript.class.getResourceAsStream("completion.sh")) {
      if (in == null) {
        throw new IOException(
            "expected completion.sh next to the classes, found none; build the jar again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
    }
  }

  private static TreeSet<String> providers() {
    TreeSet<String> names = new TreeSet<>();
    for (Dialect dialect : Dialect.installed()) {
      names.add(dialect.profile().name());
    }
    return names;
  }

  /** One case for each command, by its words behind {@code reelay}. */
  private static void describe(CommandSpec command, String words, StringBuilder cases) {
    List<String> options = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (OptionSpec option : command.options()) {
      for (String name : option.names()) {
        options.add(name);
        if (option.arity().max() > 0) {
          values.add(name + "=" + kind(option));
        }
      }
    }
    List<String> arguments = new ArrayList<>();
    command.positionalParameters().forEach(argument -> arguments.add(kind(argument)));
    arguments.addAll(command.subcommands().keySet());
    cases
        .append("    '" + words + "')\n")
        .append("      options='" + String.join(" ", options) + "'\n")
        .append("      values='" + String.join(" ", values) + "'\n")
        .append("      arguments='" + String.join(" ", arguments) + "'\n")
        .append("      ;;\n");
    for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
      String below = words.isEmpty() ? each.getKey() : words + " " + each.getKey();
      describe(each.getValue().getCommandSpec(), below, cases);
    }
  }

  private static String kind(ArgSpec argument) {
    if (argument.completionCandidates() != null) {
      return String.join(",", argument.completionCandidates());
    }
    String name = argument instanceof OptionSpec option ? option.longestName() : "";
    return switch (name) {
      case "--provider" -> "PROVIDER";
      case "--state" -> "STATE";
      default -> KINDS.getOrDefault(argument.paramLabel(), "OTHER");
    };
  }
}
