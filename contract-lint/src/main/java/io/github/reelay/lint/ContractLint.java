package io.github.reelay.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.FactNumbers;
import io.github.reelay.lint.document.SpecDocument;
import io.github.reelay.lint.document.Yaml;
import io.github.reelay.lint.evolution.Repository;
import io.github.reelay.lint.rule.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks the documents of a folder, alone or with their evolution since the last release. */
public final class ContractLint {
  private static final String USAGE =
      """
      usage: java -cp ... io.github.reelay.lint.ContractLint SPECS [BASELINE CHANGELOG]
        SPECS      folder with <provider>.yaml and, for each, facts/<provider>.yaml
        BASELINE   folder with each document as it was last released, and waivers.yaml
        CHANGELOG  Markdown file whose part '## Unreleased' names the changes
      Prints one sentence for each problem. Ends with 0 if there is none, with 1 if there is one, and
      with 2 if the arguments are wrong or a file cannot be read.
      """;

  private ContractLint() {}

  /**
   * Runs the lint, and with three arguments the gate after it; ends the process.
   *
   * @param arguments the folder of the documents, the folder of the released ones, the changelog
   */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.size() != 1 && arguments.size() != 3) {
      err.print(USAGE);
      return 2;
    }
    try {
      Path here = Path.of("");
      List<String> problems = new ArrayList<>(lint(here.resolve(arguments.get(0))));
      if (problems.isEmpty() && arguments.size() == 3) {
        problems.addAll(gate(here, arguments));
      }
      problems.forEach(out::println);
      return problems.isEmpty() ? 0 : 1;
    } catch (IOException unreadable) {
      err.println("expected a file or folder that can be read, found none: " + unreadable);
      err.print(USAGE);
      return 2;
    }
  }

  private static List<String> gate(Path root, List<String> arguments) throws IOException {
    return new Repository(root, arguments.get(0), arguments.get(1), arguments.get(2)).problems();
  }

  /**
   * Holds each document of a folder against every rule.
   *
   * @param folder the folder with {@code <provider>.yaml} and {@code facts/<provider>.yaml}
   * @return one sentence for each problem, beginning with the name of the file; empty if there is
   *     none
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<String> lint(Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path file : documents(folder)) {
      problems.addAll(lintFile(file));
    }
    return problems;
  }

  /**
   * Holds one OpenAPI document against every rule but those on sources, descriptions and examples
   * that have to be there ({@link Rule#OF_SOURCES}): what a document of a provider of one's own has
   * to keep.
   *
   * @param file what messages call it
   * @param yaml its text
   * @return one sentence for each problem; empty if there is none
   */
  public static List<String> lintDocument(String file, String yaml) {
    try {
      JsonNode root = Yaml.read(yaml);
      String provider = root.at("/info/x-provider").asText();
      SpecDocument document = new SpecDocument(provider, root, new FactNumbers("A", 0));
      return Stream.of(Rule.values())
          .filter(rule -> !Rule.OF_SOURCES.contains(rule))
          .flatMap(rule -> rule.complaints(document).stream())
          .map(complaint -> file + " " + complaint)
          .toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of(file + ": " + unreadable.getMessage());
    }
  }

  private static List<String> lintFile(Path file) throws IOException {
    try {
      SpecDocument document = SpecDocument.read(file);
      return Stream.of(Rule.values())
          .flatMap(rule -> rule.complaints(document).stream())
          .map(complaint -> file.getFileName() + " " + complaint)
          .toList();
    } catch (IllegalArgumentException unreadable) {
      return List.of(unreadable.getMessage());
    }
  }

  private static List<Path> documents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
