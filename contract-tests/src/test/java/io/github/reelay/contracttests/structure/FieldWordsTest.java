package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Comments, messages and pages use the words of HTTP: a query has a response, and a server
 * responds. {@code CONTRIBUTING.md} has the glossary.
 */
class FieldWordsTest {
  private static final Pattern OTHER_WORDS =
      Pattern.compile(
          "(?i)\\b(answer(s|ed|ing)?|anew|beside|told|asking again|asked for|situations?"
              + "|front doors?|stand-?ins?|telling words?|mend(s|ed|ing)?)\\b");

  /** The prose of a Java file: comments and literals. */
  private static final Pattern PROSE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"");

  /** Where such a word is a name that cannot change: columns of a table, states of a pact, JSON. */
  private static final Set<String> NAMES =
      Set.of(
          "Change.java",
          "DriftJson.java",
          "H2Dialect.java",
          "PostgresDialect.java",
          "States.java",
          "TaskRow.java");

  /** A page that quotes others. */
  private static final Set<String> QUOTED = Set.of("benchmarks.md");

  @Test
  void commentsAndMessagesOfMainCodeUseTheWordsOfTheField() {
    Stream<Path> sources =
        Modules.FOLDERS.stream().flatMap(module -> Modules.sources(module, "main").stream());

    assertThat(sources.filter(file -> !NAMES.contains(name(file))).toList())
        .hasSizeGreaterThan(100)
        .allSatisfy(file -> assertThat(otherWords(prose(file))).isEmpty());
  }

  @Test
  void pagesUseTheWordsOfTheField() throws IOException {
    try (Stream<Path> pages = Files.walk(Root.path("docs"))) {
      List<Path> all =
          Stream.concat(
                  Stream.of(Root.path("README.md"), Root.path("CONTRIBUTING.md")),
                  pages.filter(file -> file.toString().endsWith(".md")))
              .filter(file -> !QUOTED.contains(name(file)))
              .toList();

      assertThat(all)
          .hasSizeGreaterThan(20)
          .allSatisfy(file -> assertThat(otherWords(Modules.read(file))).isEmpty());
    }
  }

  /** Their texts become the Javadoc of the clients, and docs/traceability.md. */
  @Test
  void documentsOfProvidersUseTheWordsOfTheField() throws IOException {
    try (Stream<Path> files = Files.walk(Root.path("api-specs/src/main/resources"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
          .hasSizeGreaterThan(7)
          .allSatisfy(file -> assertThat(otherWords(Modules.read(file))).isEmpty());
    }
  }

  @Test
  void findsAWordInProseAndNotInCode() {
    assertThat(otherWords(prose("int told = 0; // asked for anew\nsay(\"no Answer\");")))
        .containsExactly("asked for", "anew", "Answer");
    assertThat(otherWords("The front door stands in; a stand-in, mended in each situation."))
        .containsExactly("front door", "stand-in", "mended", "situation");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String prose(Path file) {
    return prose(Modules.read(file));
  }

  private static String prose(String java) {
    return String.join("\n", PROSE.matcher(java).results().map(found -> found.group()).toList());
  }

  private static List<String> otherWords(String prose) {
    Matcher words = OTHER_WORDS.matcher(prose);
    return words.results().map(found -> found.group()).toList();
  }
}
