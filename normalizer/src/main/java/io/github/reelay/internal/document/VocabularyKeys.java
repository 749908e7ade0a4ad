package io.github.reelay.internal.document;

import io.github.reelay.document.Keywords;
import java.util.List;
import java.util.Map;

/**
 * The extension keywords that an OpenAPI document may use. A keyword of another tool is left alone;
 * one that differs from ours by a letter or two is a misspelt one of ours, which would silently say
 * nothing.
 */
final class VocabularyKeys {
  private static final String EXTENSION = "x-";

  private VocabularyKeys() {}

  /**
   * Looks at every keyword of a document; examples hold what providers send and are left out.
   *
   * @throws IllegalArgumentException if one is misspelt
   */
  static void check(SourceNode node) {
    if (node.value() instanceof Map<?, ?>) {
      node.members("an object").forEach(VocabularyKeys::check);
    } else if (node.value() instanceof List<?>) {
      node.elements().forEach(VocabularyKeys::check);
    }
  }

  private static void check(String name, SourceNode member) {
    boolean other = name.startsWith(EXTENSION) && !Keywords.ALL.contains(name);
    if (other && NearestName.of(Keywords.ALL, name) != null) {
      throw member.wrong(NearestName.refusal("one of the keywords", Keywords.ALL, name));
    }
    if (!name.equals("examples") && !name.equals("example")) {
      check(member);
    }
  }
}
