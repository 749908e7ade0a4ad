package io.github.reelay.contracttools.coverage;

import java.util.List;
import java.util.Map;

/**
 * A documented word that no interaction pins on purpose; allowed only where no mapper reads it.
 *
 * @param provider its name, such as {@code toapis}
 * @param place the schema and the place in it, such as {@code ErrorBody /status}
 * @param word as the document lists it under {@code x-known-values}
 * @param reason why not
 */
record NotPinned(String provider, String place, String word, String reason) {

  /** One that is not needed any more is a problem, see {@link #apply}. */
  static final List<NotPinned> ALL =
      List.of(
          new NotPinned(
              "xingchaoyiqing",
              "ErrorBody /status",
              "failed",
              "XE8: no mapper reads the status of a refusal, so a pin would demand too much."));

  /** Takes the word out of what has to be covered, or adds why it is no exception. */
  void apply(Map<String, Measure> measures, List<String> problems) {
    Measure words = measures.get(Coverage.WORDS);
    String need = place + " " + word;
    boolean read = measures.get(Coverage.FIELDS).needed().containsKey(place);
    if (read || words.covered().contains(need) || words.needed().remove(need) == null) {
      problems.add(
          "%s, words: expected %s to be documented, not read and not pinned, found that it is %s;"
                  .formatted(provider, need, found(read, words.covered().contains(need)))
              + " take the entry out of NotPinned.");
    }
  }

  private static String found(boolean read, boolean pinned) {
    return read ? "read" : pinned ? "pinned" : "not documented";
  }
}
