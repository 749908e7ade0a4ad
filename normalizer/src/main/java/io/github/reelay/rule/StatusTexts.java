package io.github.reelay.rule;

import io.github.reelay.task.TaskStatus;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Which word means which status: a provider's own words first, then the words in common use. */
public final class StatusTexts {
  /**
   * The words that providers, the models behind them and the gateways between use. A word that may
   * mean a task that goes on is no end here, and one of doubtful meaning is missing: paused,
   * blocked, stopped, partial, deleted.
   */
  private static final Map<TaskStatus, String> TABLE =
      Map.of(
          TaskStatus.QUEUED,
          """
          queued submitted pending created waiting not_start starting preparing initializing
          queueing queuing queue in_queue inqueue enqueued wait not_started notstart notstarted
          submitting submit scheduled scheduling accepted received new init initialized
          initiated assigned dispatching dispatched throttled staged
          """,
          TaskStatus.RUNNING,
          """
          in_progress processing running generating uploading post_processing
          inprogress progress in_process inprocess started executing working doing active
          rendering dreaming encoding transcoding upscaling downloading saving finalizing
          pre_processing preprocessing postprocessing in_generation retrying
          cancelling canceling upsampling image_downloading video_generating
          video_generation_completed video_upsampling video_upsampling_completed
          """,
          TaskStatus.SUCCEEDED,
          """
          completed complete success succeeded succeed finished done ready
          ok successful successed succ finish
          """,
          TaskStatus.FAILED,
          """
          failed failure fail error timeout
          rejected errored timedout timed_out time_out crashed nsfw
          content_moderated request_moderated video_generation_failed
          """,
          TaskStatus.CANCELLED,
          """
          cancelled canceled aborted terminated revoked
          """,
          TaskStatus.EXPIRED,
          """
          expired
          """);

  private static final Map<String, TaskStatus> COMMON = common();

  private final Map<String, TaskStatus> texts;

  private StatusTexts(Map<String, TaskStatus> words) {
    this.texts = words;
  }

  /**
   * The words of one provider, on top of the common ones.
   *
   * @param own words in lower case with underscores
   */
  public static StatusTexts of(Map<String, TaskStatus> own) {
    Map<String, TaskStatus> words = new HashMap<>(COMMON);
    words.putAll(own);
    return new StatusTexts(words);
  }

  /**
   * The status of a word, whatever its case and with blanks and hyphens taken as underscores;
   * {@link TaskStatus#UNKNOWN} for any other word and for null.
   */
  public TaskStatus status(@Nullable String word) {
    if (word == null) {
      return TaskStatus.UNKNOWN;
    }
    TaskStatus exact = texts.get(word);
    return exact != null ? exact : texts.getOrDefault(normalise(word), TaskStatus.UNKNOWN);
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

  private static Map<String, TaskStatus> common() {
    Map<String, TaskStatus> words = new HashMap<>();
    for (Map.Entry<TaskStatus, String> row : TABLE.entrySet()) {
      StringTokenizer each = new StringTokenizer(row.getValue()); // loads less than lines() does
      while (each.hasMoreTokens()) {
        words.put(each.nextToken(), row.getKey());
      }
    }
    return Map.copyOf(words);
  }
}
