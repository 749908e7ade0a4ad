package io.github.reelay.kit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.lint.ContractLint;
import io.github.reelay.lint.evolution.Evolution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.function.Executable;

/**
 * The contract of one provider: a document, saved responses, golden files and an earlier version of
 * the document. One test class holds them together: a {@code @TestFactory} that returns {@link
 * #tests}. The page {@code docs/contract-verification-in-ci.md} shows it.
 *
 * <p>With {@code -Dgolden.rewrite=true} the golden files are rewritten, and the tests fail. Not to
 * be changed: each method gives a new one.
 */
public final class DialectContract {
  private static final System.Logger LOG = System.getLogger(DialectContract.class.getName());

  private final Path document;
  private final @Nullable Path responses;
  private final @Nullable Path goldens;
  private final @Nullable Baseline baseline;

  private DialectContract(
      Path document,
      @Nullable Path responses,
      @Nullable Path goldens,
      @Nullable Baseline baseline) {
    this.document = document;
    this.responses = responses;
    this.goldens = goldens;
    this.baseline = baseline;
  }

  /** The contract of an OpenAPI document, or of one in the short form; without saved responses. */
  public static DialectContract of(Path document) {
    return new DialectContract(Objects.requireNonNull(document, "document"), null, null, null);
  }

  /**
   * Reads saved responses too.
   *
   * @param folder files as {@code curl} or {@code curl -i} writes them, each with a name of its
   *     own; folders in it are not read
   */
  public DialectContract responses(Path folder) {
    return new DialectContract(document, folder, goldens, baseline);
  }

  /**
   * Compares what is read with golden files: one for each example and each response, with the
   * canonical JSON.
   *
   * @param folder where they are, or will be written
   */
  public DialectContract goldens(Path folder) {
    return new DialectContract(document, responses, folder, baseline);
  }

  /** Compares the document with an earlier version of itself. */
  public DialectContract baseline(Baseline version) {
    return new DialectContract(document, responses, goldens, version);
  }

  /**
   * The tests: the lint, each example and response, each golden file, the drift of each response,
   * and the changes. What was not given has no test.
   *
   * @throws UncheckedIOException if a folder cannot be read
   */
  public Stream<DynamicNode> tests() {
    Executable lint = () -> requireNone(lint());
    Stream<DynamicNode> alone = Stream.of(dynamicTest("the document keeps the rules", lint));
    return Stream.of(alone, reading(), changes()).flatMap(each -> each);
  }

  private List<String> lint() throws IOException {
    String text = Files.readString(document);
    Dialect dialect = Dialect.parse(document.toString(), text);
    return dialect.hasContract() ? ContractLint.lintDocument(document.toString(), text) : List.of();
  }

  private Stream<DynamicNode> reading() {
    Dialect dialect;
    try {
      dialect = Dialect.load(document);
    } catch (IllegalArgumentException | IOException wrong) {
      return Stream.of(); // the first test says so
    }
    List<SavedFile> saved = SavedFile.all(dialect, document, responses);
    GoldenFiles files = goldens == null ? null : new GoldenFiles(goldens, saved);
    Stream<DynamicNode> read =
        Stream.of(
            dynamicContainer(
                "each response is read",
                saved.stream().map(each -> dynamicTest(each.name(), each::requireRead))));
    Stream<DynamicNode> golden =
        files == null
            ? Stream.of()
            : Stream.of(dynamicContainer("each golden file is what is read", files.tests()));
    Stream<DynamicNode> drift =
        Stream.of(
            dynamicContainer(
                "no response drifts from the contract",
                saved.stream().map(each -> dynamicTest(each.name(), each::requireNoDrift))));
    return Stream.of(read, golden, drift).flatMap(each -> each);
  }

  private Stream<DynamicNode> changes() {
    Baseline earlier = baseline;
    return earlier == null
        ? Stream.of()
        : Stream.of(
            dynamicTest(
                "the version says what changed since " + earlier, () -> requireVersion(earlier)));
  }

  private void requireVersion(Baseline earlier) throws IOException {
    Baseline.Earlier before = earlier.earlier(document);
    if (before.text() == null) {
      String nothing = "nothing is compared with " + earlier + ": " + before.absence();
      LOG.log(System.Logger.Level.WARNING, () -> document + ": " + nothing);
      Assumptions.abort(nothing);
    }
    Evolution evolution =
        Evolution.between(
            document.toString(), Objects.requireNonNull(before.text()), Files.readString(document));
    requireNone(
        evolution.problems().isEmpty()
            ? List.of()
            : Stream.concat(
                    evolution.problems().stream(), evolution.changes().stream().map("  "::concat))
                .toList());
  }

  private static void requireNone(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), problems));
    }
  }
}
