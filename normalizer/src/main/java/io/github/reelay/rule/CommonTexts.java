package io.github.reelay.rule;

import io.github.reelay.task.TaskStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;

/**
 * The words in common use, apart from {@link StatusTexts}: where a document names every word, this
 * class is never loaded.
 */
final class CommonTexts {
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

  static final Map<String, TaskStatus> ALL = common();

  private CommonTexts() {}

  private static Map<String, TaskStatus> common() {
    Map<String, TaskStatus> words = new HashMap<>();
    for (Map.Entry<TaskStatus, String> row : TABLE.entrySet()) {
      StringTokenizer each = new StringTokenizer(row.getValue()); // loads less than lines() does
      while (each.hasMoreTokens()) {
        words.put(each.nextToken(), row.getKey());
      }
    }
    return words;
  }
}
