package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.util.List;

/**
 * What one document changes against an earlier version of itself: an OpenAPI document or the short
 * form of some 25 lines.
 *
 * @param changes one line for each, the most severe first
 * @param problems what has to be written, and where; empty if the version says enough
 */
public record Evolution(List<String> changes, List<String> problems) {
  private static final Version FIRST = new Version(0, 0, 0);

  /** Copies the lists. */
  public Evolution {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  /**
   * Compares two versions of a document.
   *
   * @param file what messages call it
   * @param before its text as it was released or committed
   * @param now its text as it is
   * @throws IllegalArgumentException if one of them is no YAML, has no readable version, or is of
   *     the other form
   */
  public static Evolution between(String file, String before, String now) {
    JsonNode old = earlier(file, before);
    JsonNode working = Yaml.read(now);
    if (old.has("openapi") != working.has("openapi")) {
      throw new IllegalArgumentException(
          "%s: expected two documents of one form, found the short form and OpenAPI; compare them by"
                  .formatted(file)
              + " eye, and start the new one at version 0.1.0.");
    }
    boolean full = working.has("openapi");
    List<Change> changes =
        full
            ? Comparison.of(new Document(file, old), new Document(file, working))
            : ShortFormChanges.of(old, working);
    return new Evolution(
        changes.stream().map(Change::toString).toList(),
        problems(
            new VersionPlace(file, full ? "/info/version" : "/version"), old, working, changes));
  }

  private static JsonNode earlier(String file, String before) {
    JsonNode old;
    try {
      old = Yaml.read(before);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          file + ": in its earlier version: " + wrong.getMessage(), wrong);
    }
    if (old.isObject() && !old.isEmpty()) {
      return old;
    }
    boolean text = old.isArray() || old.isValueNode() && !old.isNull();
    throw new IllegalArgumentException(
        file
            + ": expected an earlier version of the document, found "
            + (text ? "something else" : "an empty file")
            + "; where there is none, do not compare.");
  }

  private static List<String> problems(
      VersionPlace place, JsonNode old, JsonNode working, List<Change> changes) {
    Version before = place.in(old);
    Version found = place.in(working);
    Severity severity =
        changes.stream().map(Change::severity).max(Severity::compareTo).orElse(Severity.NONE);
    Version least = before.after(severity);
    return severity == Severity.NONE || found.compareTo(least) >= 0
        ? List.of()
        : List.of(
            "%s: expected version %s or higher after a %s change since %s, found %s; write 'version: %s'%s."
                .formatted(
                    place.file(),
                    least,
                    severity,
                    before,
                    found,
                    least,
                    place.pointer().startsWith("/info") ? " under info" : ""));
  }

  /** Where a document has its version. */
  private record VersionPlace(String file, String pointer) {

    /** The version; the first of all if the document has none. */
    Version in(JsonNode document) {
      JsonNode node = document.at(pointer);
      return node.isMissingNode() ? FIRST : Version.of(file, pointer, node.asText());
    }
  }
}
