package io.github.reelay.document;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ValueName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the property that decides about the state, and reads what its words mean. */
final class StatusWords {
  private final Node root;
  private final List<MergedSchema> found = new ArrayList<>();

  private StatusWords(Node root) {
    this.root = root;
  }

  /**
   * What the words of the only status of a task mean.
   *
   * @param root the document
   * @param task the merged schema that holds the status
   */
  static Map<CanonicalStatus, List<String>> of(Node root, MergedSchema task) {
    StatusWords search = new StatusWords(root);
    search.look(task);
    if (search.found.size() != 1) {
      throw task.node()
          .wrong(
              "one property with x-reelay status in the task",
              search.found.isEmpty() ? "none" : search.found.size() + " of them");
    }
    return means(search.found.get(0));
  }

  private void look(MergedSchema schema) {
    for (Node property : schema.properties().values()) {
      MergedSchema inner = MergedSchema.of(root, property, schema.references());
      if (PropertyPlaces.names(inner.keyword("x-reelay")).containsKey(ValueName.STATUS)) {
        found.add(inner);
      }
      look(inner);
    }
  }

  private static Map<CanonicalStatus, List<String>> means(MergedSchema status) {
    Node means = status.keyword("x-means");
    Map<CanonicalStatus, List<String>> words = new EnumMap<>(CanonicalStatus.class);
    Set<String> seen = new HashSet<>();
    means.object();
    for (Node meaning : means.members()) {
      CanonicalStatus canonical = CanonicalStatus.of(meaning.name());
      if (canonical == null) {
        throw meaning.wrong("one of " + statuses(), "'" + meaning.name() + "'");
      }
      List<String> texts = meaning.texts("a list of status words");
      for (String text : texts) {
        if (!seen.add(text)) {
          throw meaning.wrong("each word with one meaning", "'" + text + "' twice");
        }
      }
      words.put(canonical, texts);
    }
    checkDocumented(status, seen);
    return words;
  }

  /** Every documented word has a meaning, and no other word has. */
  private static void checkDocumented(MergedSchema status, Set<String> meant) {
    Node known = status.keyword("x-known-values");
    if (!known.exists()) {
      return; // what a document does not list, x-means names
    }
    List<String> documented = known.texts("a list of words");
    for (String word : documented) {
      if (!meant.contains(word)) {
        throw status.keyword("x-means").wrong("a meaning for the documented word " + word, "none");
      }
    }
    for (String word : meant) {
      if (!documented.contains(word)) {
        throw status
            .keyword("x-means")
            .wrong("the documented words " + String.join(", ", documented), "'" + word + "'");
      }
    }
  }

  private static String statuses() {
    return Arrays.stream(CanonicalStatus.values())
        .map(CanonicalStatus::text)
        .collect(Collectors.joining(", "));
  }
}
