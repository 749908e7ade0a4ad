package io.github.reelay.rule;

import io.github.reelay.task.TaskStatus;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which word means which status: a provider's own words first, then the words in common use. */
public final class StatusWords {
  private static final Map<String, TaskStatus> COMMON = common();

  private final Map<String, TaskStatus> words;

  private StatusWords(Map<String, TaskStatus> words) {
    this.words = words;
  }

  /**
   * The words of one provider, on top of the common ones.
   *
   * @param own words in lower case with underscores
   */
  public static StatusWords of(Map<String, TaskStatus> own) {
    Map<String, TaskStatus> words = new HashMap<>(COMMON);
    words.putAll(own);
    return new StatusWords(words);
  }

  /**
   * The status of a word, whatever its case and with blanks and hyphens taken as underscores;
   * {@link TaskStatus#UNKNOWN} for any other word and for null.
   */
  public TaskStatus status(@Nullable String word) {
    if (word == null) {
      return TaskStatus.UNKNOWN;
    }
    TaskStatus exact = words.get(word);
    return exact != null ? exact : words.getOrDefault(normalise(word), TaskStatus.UNKNOWN);
  }

  /** The word as the tables write it. */
  public static String normalise(String word) {
    StringBuilder normal = new StringBuilder(word.strip().toLowerCase(Locale.ROOT));
    for (int i = 0; i < normal.length(); i++) {
      char c = normal.charAt(i);
      if (c == '-' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        normal.setCharAt(i, '_');
      }
    }
    return normal.toString();
  }

  /** Every word that any of the providers or their relatives uses. */
  private static Map<String, TaskStatus> common() {
    Map<String, TaskStatus> words = new HashMap<>();
    put(words, TaskStatus.QUEUED, "queued", "submitted", "pending", "created", "waiting");
    put(words, TaskStatus.QUEUED, "not_start", "starting", "preparing", "initializing");
    put(words, TaskStatus.RUNNING, "in_progress", "processing", "running", "generating");
    put(words, TaskStatus.RUNNING, "uploading", "post_processing");
    put(words, TaskStatus.SUCCEEDED, "completed", "complete", "success", "succeeded", "succeed");
    put(words, TaskStatus.SUCCEEDED, "finished", "done", "ready");
    put(words, TaskStatus.FAILED, "failed", "failure", "fail", "error", "timeout");
    put(words, TaskStatus.CANCELLED, "cancelled", "canceled");
    put(words, TaskStatus.EXPIRED, "expired");
    return words;
  }

  private static void put(Map<String, TaskStatus> words, TaskStatus status, String... each) {
    for (String word : each) {
      words.put(word, status);
    }
  }
}
