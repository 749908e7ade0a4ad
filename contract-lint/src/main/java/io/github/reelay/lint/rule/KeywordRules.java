package io.github.reelay.lint.rule;

import io.github.reelay.document.Keywords;
import io.github.reelay.lint.document.SpecDocument;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which keyword may stand where. What no list has would be read by nobody, or would become code
 * that does not compile.
 */
final class KeywordRules {
  /** The keywords that have rules with advice of their own. */
  private static final Set<String> ELSEWHERE = Set.of("requestBody");

  private KeywordRules() {}

  static Stream<String> keywords(SpecDocument spec) {
    return Arrays.stream(ElementKind.values())
        .flatMap(kind -> kind.in(spec).flatMap(element -> misplaced(kind, element)));
  }

  private static Stream<String> misplaced(ElementKind kind, SpecElement element) {
    return element
        .members()
        .filter(keyword -> !kind.keywords().contains(keyword.name()))
        .filter(keyword -> !isJudgedElsewhere(keyword.name()))
        .map(
            keyword ->
                keyword.complain(
                    "one of %s in %s".formatted(String.join(", ", kind.keywords()), kind.title()),
                    "'%s'; %s".formatted(keyword.name(), advice(keyword.name()))));
  }

  private static boolean isJudgedElsewhere(String keyword) {
    return ELSEWHERE.contains(keyword)
        || TypeRules.INSTEAD.containsKey(keyword)
        || keyword.startsWith("x-") && !Keywords.ALL.contains(keyword);
  }

  /** What to do instead, as a clause. */
  private static String advice(String keyword) {
    return switch (keyword) {
      case "style", "explode", "allowReserved", "allowEmptyValue" ->
          "leave it out, because the id is percent-encoded by one rule for all providers";
      case "pattern", "minLength", "maxLength", "format" ->
          "leave it out and say it in the description, because a text of another form is read too";
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
          "leave it out and say it in the description, because it is of no use there";
      case "deprecated" -> "leave it out and say it in the description, which becomes Javadoc";
      case "required" ->
          "leave it out, because a response without it is read too; a schema lists what is"
              + " required";
      case "security", "servers" -> "say it once, at the top of the document";
      case "put", "post", "delete", "patch", "head", "options", "trace", "callbacks", "links" ->
          "leave it out, because the document describes the query of a task and nothing else";
      case "parameters" -> "move it to the operation";
      case "example", "examples" ->
          "move it to the named examples of the response, which are checked";
      case "additionalProperties", "patternProperties" ->
          "leave it out, because a member that no schema declares is read with a finding";
      default -> Keywords.ALL.contains(keyword) ? "move it to " + homes(keyword) : unread(keyword);
    };
  }

  private static String homes(String keyword) {
    return Arrays.stream(ElementKind.values())
        .filter(kind -> kind.keywords().contains(keyword))
        .map(ElementKind::title)
        .collect(Collectors.joining(" or "));
  }

  private static String unread(String keyword) {
    return "leave it out, because nothing reads " + keyword + " there";
  }
}
