package io.github.reelay.lint.evolution;

import static io.github.reelay.lint.evolution.Severity.BREAKING;
import static io.github.reelay.lint.evolution.Severity.MINOR;
import static io.github.reelay.lint.evolution.Severity.PATCH;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a changed fact of an element means to a consumer, who reads responses that somebody else
 * writes. The question is always: can code that was right before be wrong now?
 *
 * <ul>
 *   <li>A response that grows in kind is <b>breaking</b>: a new null, a new status word, a field
 *       that may be absent, a wider bound. The code has a case that was never written. A provider's
 *       rules are the other way round, and so are most tools'.
 *   <li>A response that narrows is a <b>patch</b>: never null any more, always there, a word less,
 *       a closed object. Every response of the new document fits the old one, so nothing is
 *       noticed; taking such a promise back later is breaking.
 *   <li>Type, format, shape, time and the name of a record decide the Java type of the field;
 *       operationId and tags decide the names of method and interface: <b>breaking</b> each way.
 *   <li>Path, method, security, server: requests go elsewhere or are refused: <b>breaking</b>.
 *       Security that is no longer required is breaking too, since a key would go to somebody who
 *       does not need it.
 *   <li>Of what the caller sends, everything but text is <b>breaking</b>, since a generated method
 *       takes it as an argument; only an argument that need not be given any more is minor.
 *   <li>What a value means to us, such as {@code x-reelay} and {@code x-means}: a task has another
 *       value or none if it changes or goes, which is <b>breaking</b>. Where nothing was said, a
 *       task has one more: <b>minor</b>.
 *   <li>A deprecation is <b>minor</b>: nothing changes yet, but readers have to learn of it.
 *   <li>Texts, examples and sources are a <b>patch</b>.
 *   <li>Every keyword without a rule here is <b>breaking</b>: the commit that introduces it
 *       decides, by a rule or by a waiver.
 * </ul>
 */
final class ChangeRules {
  private final String pointer;
  private final Element before;
  private final Element after;

  private ChangeRules(String pointer, Element before, Element after) {
    this.pointer = pointer;
    this.before = before;
    this.after = after;
  }

  /** What happened to an element that both documents have. */
  static List<Change> compare(String pointer, Element before, Element after) {
    return new ChangeRules(pointer, before, after).changes();
  }

  /** A value as it stands in a message; {@code none} if it is missing. */
  static String text(JsonNode value) {
    if (value.isMissingNode()) {
      return "none";
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Set<String> keywords = new TreeSet<>(before.facts().keySet());
    keywords.addAll(after.facts().keySet());
    for (String keyword : keywords) {
      JsonNode from = before.facts().getOrDefault(keyword, MissingNode.getInstance());
      JsonNode to = after.facts().getOrDefault(keyword, MissingNode.getInstance());
      if (!from.equals(to)) {
        changes.addAll(judge(keyword, from, to));
      }
    }
    return changes;
  }

  private List<Change> judge(String keyword, JsonNode from, JsonNode to) {
    if (Facts.isText(keyword)) {
      return one(PATCH, "has another text of " + keyword);
    }
    return before.request() ? sent(keyword, from, to) : received(keyword, from, to);
  }

  private List<Change> sent(String keyword, JsonNode from, JsonNode to) {
    if (keyword.equals("required")) {
      return to.isMissingNode()
          ? one(MINOR, "need not be sent any more")
          : one(BREAKING, "has to be sent now");
    }
    return changed(BREAKING, keyword, from, to);
  }

  private List<Change> received(String keyword, JsonNode from, JsonNode to) {
    boolean appears = from.isMissingNode();
    return switch (keyword) {
      case "nullable" ->
          appears ? one(BREAKING, "may now be null") : one(PATCH, "is never null any more");
      case "required" ->
          appears ? one(PATCH, "is never absent any more") : one(BREAKING, "may now be absent");
      case "x-known-values", "enum" -> words(from, to);
      case "minimum" -> changed(narrows(from, to, 1) ? PATCH : BREAKING, keyword, from, to);
      case "maximum" -> changed(narrows(from, to, -1) ? PATCH : BREAKING, keyword, from, to);
      case "additionalProperties" ->
          appears
              ? one(PATCH, "has no other members any more")
              : one(MINOR, "may have other members");
      case "deprecated" ->
          appears ? one(MINOR, "is deprecated") : one(PATCH, "is not deprecated any more");
      default ->
          changed(appears && MeaningKeywords.has(keyword) ? MINOR : BREAKING, keyword, from, to);
    };
  }

  private List<Change> words(JsonNode from, JsonNode to) {
    if (from.isMissingNode()) {
      return one(PATCH, "says only known words now");
    }
    if (to.isMissingNode()) {
      return one(BREAKING, "may now say anything");
    }
    List<Change> changes = new ArrayList<>();
    missing(to, from).forEach(word -> changes.addAll(one(BREAKING, "may now say " + word)));
    missing(from, to)
        .forEach(word -> changes.addAll(one(PATCH, "does not say " + word + " any more")));
    return changes;
  }

  private static Set<String> missing(JsonNode words, JsonNode from) {
    Set<String> missing = new TreeSet<>();
    words.forEach(word -> missing.add(text(word)));
    from.forEach(word -> missing.remove(text(word)));
    return missing;
  }

  /** Whether a bound leaves less room than before; a minimum narrows upwards, a maximum down. */
  private static boolean narrows(JsonNode from, JsonNode to, int direction) {
    if (from.isMissingNode() || to.isMissingNode()) {
      return from.isMissingNode();
    }
    return new BigDecimal(text(to)).compareTo(new BigDecimal(text(from))) == direction;
  }

  private List<Change> changed(Severity severity, String keyword, JsonNode from, JsonNode to) {
    return one(severity, "changed %s from %s to %s".formatted(keyword, text(from), text(to)));
  }

  private List<Change> one(Severity severity, String what) {
    return List.of(new Change(severity, pointer, before.subject(), what));
  }
}
