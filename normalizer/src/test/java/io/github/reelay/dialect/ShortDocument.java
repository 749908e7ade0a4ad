package io.github.reelay.dialect;

/** Documents in the short form, for tests. */
public final class ShortDocument {
  /** The one of a gateway with an envelope, upper-case words and progress as text. */
  public static final String GATEWAY =
      """
      name: my
      baseUrl: https://relay.example
      path: /v1/video/generations/{id}
      polling: {firstQuery: 0, interval: 15, givesUpAfter: 1800}
      task: /data
      words:
        queued: [NOT_START, SUBMITTED, QUEUED]
        running: [IN_PROGRESS]
        succeeded: [SUCCESS]
        failed: [FAILURE]
      read:
        id: /task_id
        status: /status
        progress: /progress
        createdAt: /created_at
        completedAt: /finish_time
        video.url: [/result_url, /url, /fail_reason]
        failure.message: [/fail_reason, /error/message]
        failure.code: /error/code
      unknownTask: task_not_exist
      """;

  private ShortDocument() {}

  /** A document whose lines under {@code read} are these. */
  public static String reading(String... lines) {
    return "name: my\nbaseUrl: https://relay.example\npath: /v1/videos/{id}\n"
        + "words: {queued: [waiting], running: [busy], succeeded: [there], failed: [broken]}\n"
        + "read:\n  "
        + String.join("\n  ", lines)
        + "\n";
  }
}
