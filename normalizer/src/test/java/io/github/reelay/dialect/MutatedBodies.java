package io.github.reelay.dialect;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.internal.document.DialectDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Bodies that nobody documented, for one provider: words, types, nulls, names and places of
 * documented bodies are changed, mostly of its own, and of some the bytes too.
 *
 * @param all each body
 */
record MutatedBodies(List<byte[]> all) {
  /**
   * What a document says of a value, and of where one is, with what cannot be said without it. The
   * units percent and fraction say nothing that the name of the value does not say, and an error on
   * a task that did not fail is noted as a value that is ignored.
   */
  private static final List<Pattern> STATEMENTS =
      List.of(
          Pattern.compile("(?m)^ +(x-unit: m?s|x-unset: 0|x-reelay-inside: .*)\\n"),
          Pattern.compile("(?m)^ +x-present-on: .*\\n(?! +x-reelay: failure\\n)"),
          Pattern.compile("(?m)^( +x-unit: .*\\n)?( +x-present-on: .*\\n)? +x-reelay: .*\\n"));

  /**
   * The same each time.
   *
   * @param trees how many; some more have changed bytes
   */
  static MutatedBodies of(Dialect dialect, int trees) {
    List<String> words = DocumentedBodies.statusTexts(dialect);
    Mutator mutator = new Mutator(20261126, words);
    List<Object> own = DocumentedBodies.of(dialect);
    List<Object> tasks = own.stream().filter(body -> isTask(dialect, body)).toList();
    CrossedBodies crossed = new CrossedBodies(20261126, tasks, words);
    List<Object> others = DocumentedBodies.all();
    List<byte[]> bodies = new ArrayList<>();
    for (int i = 0; i < trees; i++) {
      Object tree =
          switch (i % 8) {
            case 0 -> mutator.mutate(others.get(i / 8 % others.size()));
            case 1 -> mutator.mutate(own.get(i / 8 % own.size()));
            default -> crossed.next();
          };
      String json = DocumentedBodies.json(tree);
      bodies.add(json.getBytes(StandardCharsets.UTF_8));
      if (i % 8 == 7) {
        bodies.add(mutator.mutate(json));
      }
    }
    return new MutatedBodies(bodies);
  }

  private static boolean isTask(Dialect dialect, Object body) {
    return dialect.read(DocumentedBodies.json(body)) instanceof QueryResult.Found;
  }

  /** The document with one statement taken away or changed at a time, as far as it can be read. */
  static Map<String, DialectDocument> documents(String text) {
    Map<String, DialectDocument> documents = new LinkedHashMap<>();
    STATEMENTS.stream()
        .flatMap(statement -> statement.matcher(text).results())
        .forEach(found -> put(documents, lineOf(text, found), without(text, found)));
    String swapped =
        text.replace("succeeded: [", "\0")
            .replace("failed: [", "succeeded: [")
            .replace("\0", "failed: [");
    put(documents, "succeeded and failed", swapped);
    if (text.contains("x-envelope: ")) {
      put(documents, "envelope", text.replaceFirst("(?m)^ +x-envelope: .*\\n", ""));
    }
    return documents;
  }

  private static String without(String text, MatchResult found) {
    return text.substring(0, found.start()) + text.substring(found.end());
  }

  private static String lineOf(String text, MatchResult found) {
    int line = (int) text.substring(0, found.end()).lines().count();
    return line + ": " + found.group().strip().replaceAll("\\s+", " ");
  }

  private static void put(Map<String, DialectDocument> documents, String change, String text) {
    try {
      documents.put(change, DialectDocument.read("changed.yaml", text));
    } catch (IllegalArgumentException refused) {
      // a document cannot do without it, and says so
    }
  }
}
