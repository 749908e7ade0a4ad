package io.github.reelay.rule;

import io.github.reelay.internal.word.StatusWord;
import io.github.reelay.task.TaskStatus;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which word means which status: a provider's own words first, then the words in common use. */
public final class StatusTexts {
  private final Map<String, TaskStatus> own;

  private StatusTexts(Map<String, TaskStatus> own) {
    this.own = own;
  }

  /**
   * The words of one provider, on top of the common ones.
   *
   * @param own words as {@link #normalise} writes them, or exactly as a response does
   */
  public static StatusTexts of(Map<String, TaskStatus> own) {
    return new StatusTexts(new HashMap<>(own));
  }

  /**
   * The status of a word, whatever its case and with blanks and hyphens taken as underscores;
   * {@link TaskStatus#UNKNOWN} for any other word and for null.
   */
  public TaskStatus status(@Nullable String word) {
    if (word == null) {
      return TaskStatus.UNKNOWN;
    }
    TaskStatus exact = find(word);
    TaskStatus status = exact != null ? exact : find(normalise(word));
    return status != null ? status : TaskStatus.UNKNOWN;
  }

  private @Nullable TaskStatus find(String word) {
    TaskStatus status = own.get(word);
    return status != null ? status : CommonTexts.ALL.get(word);
  }

  /** The word trimmed, in lower case, with blanks and hyphens as underscores. */
  public static String normalise(String word) {
    return StatusWord.normalise(word);
  }
}
