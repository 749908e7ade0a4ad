package io.github.reelay.lint.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The words and figures of a sentence without the small words between them: what has to be compared
 * with the source. A register repeats them under each sentence, so that a figure that changes in
 * one of the two is noticed.
 */
final class SignificantWords {
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have",
          "in", "is", "it", "its", "of", "on", "that", "the", "there", "this", "to", "was", "were",
          "which", "with");

  private SignificantWords() {}

  /** The significant words of a sentence in their order, with one blank between them. */
  static String of(String sentence) {
    List<String> words = new ArrayList<>();
    for (String token : sentence.split("\\s+")) {
      String word = token.replaceAll("^[\"'(]+|[\"'),.;:]+$", "");
      if (!word.isEmpty() && !SMALL.contains(word.toLowerCase(Locale.ROOT))) {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }

  /** One sentence for each entry whose words are others than those that were compared. */
  static Stream<String> problems(FactRegister register) {
    return Stream.concat(register.facts().stream(), register.evidence().stream())
        .filter(entry -> !of(entry.says()).equals(entry.words()))
        .map(entry -> problem(register, entry));
  }

  private static String problem(FactRegister register, RegisterEntry entry) {
    String found = of(entry.says());
    return entry.words().isEmpty()
        ? "expected words under %s in %s, found none; compare it with the source and write 'words: %s'"
            .formatted(entry.number(), register.file(), found)
        : ("expected %s of %s to say '%s', found '%s'; compare it with the source, then correct"
                + " says or words")
            .formatted(entry.number(), register.file(), entry.words(), found);
  }
}
