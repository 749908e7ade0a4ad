package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.ToapisBodies.completedBody;
import static io.github.reelay.contracttests.pact.ToapisBodies.items;
import static io.github.reelay.contracttests.pact.ToapisBodies.reason;
import static io.github.reelay.contracttests.pact.ToapisBodies.result;
import static io.github.reelay.contracttests.pact.ToapisBodies.taskBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import org.junit.jupiter.api.Test;

/** What toapis tells of a task, pinned: one interaction for each state and shape. */
@PactTestFor(providerName = "toapis", pactVersion = PactSpecVersion.V4)
class ToapisPactTest extends ToapisRefusals {
  private static final String MP4 = "https://files.example.com/1.mp4";
  private static final String SECOND = "https://files.example.com/2.mp4";
  private static final String COMPLETED_AT = ",'completedAt':'2026-01-14T08:48:34Z'";

  /** The canonical task of a word, with what else it shows. */
  private String seen(String state, int progress, String rest) {
    return canonical(about(state, "'progressPercent':" + progress + ",", rest));
  }

  private static String about(String state, String progress, String rest) {
    return "'reportedId':'video_7497f4d5',"
        + state
        + ","
        + progress
        + "'model':'sora-2','createdAt':'2026-01-14T08:43:42Z'"
        + rest;
  }

  @Pact(consumer = CONSUMER)
  V4Pact queued(PactBuilder pact) {
    return query(pact, "queued", "a task in the queue").answers(taskBody("queued", 0, body -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "queued")
  void readsATaskInTheQueue(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("queued", "queued"), 0, ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact submitted(PactBuilder pact) {
    return query(pact, "submitted", "a task that was submitted")
        .answers(taskBody("submitted", 0, body -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "submitted")
  void readsSubmittedAsQueued(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("queued", "submitted"), 0, ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact running(PactBuilder pact) {
    return query(pact, "running", "a task in progress")
        .answers(taskBody("in_progress", 45, body -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "running")
  void readsATaskInProgress(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("running", "in_progress"), 45, ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completed(PactBuilder pact) {
    return query(pact, "completed", "a completed task with the video in the result")
        .answers(completedBody(body -> result(body, MP4)));
  }

  @Test
  @PactTestFor(pactMethod = "completed")
  void readsTheVideoInTheResult(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("succeeded", "completed"),
                100,
                COMPLETED_AT
                    + ",'video':{'url':'"
                    + MP4
                    + "','format':'mp4','expiresAt':'2026-01-15T08:48:34Z'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedWithTwoVideos(PactBuilder pact) {
    return query(pact, "two-videos", "a completed task with two videos")
        .like("completed")
        .with("/result/data", items(MP4, SECOND))
        .answers(completedBody(body -> result(body, MP4, SECOND)));
  }

  @Test
  @PactTestFor(pactMethod = "completedWithTwoVideos")
  void losesNoneOfTwoVideos(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("succeeded", "completed"),
                100,
                COMPLETED_AT
                    + ",'video':{'url':'"
                    + MP4
                    + "','format':'mp4','expiresAt':'2026-01-15T08:48:34Z'},'moreVideos':[{'url':'"
                    + SECOND
                    + "','format':'mp4','expiresAt':'2026-01-15T08:48:34Z'}]"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedTopLevelUrl(PactBuilder pact) {
    return query(
            pact, "completed-top-level-url", "a completed task with the video at the top level")
        .answers(
            completedBody(
                body -> {
                  url(body, "url", MP4);
                  url(body, "thumbnail", "https://files.example.com/1.jpg");
                  body.numberType("duration", 10);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completedTopLevelUrl")
  void readsTheVideoAtTheTopLevel(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("succeeded", "completed"),
                100,
                COMPLETED_AT
                    + ",'video':{'url':'"
                    + MP4
                    + "','thumbnailUrl':'https://files.example.com/1.jpg','durationSeconds':10.0,'expiresAt':'2026-01-15T08:48:34Z'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedWithoutVideo(PactBuilder pact) {
    return query(pact, "completed-without-video", "a completed task without a video")
        .answers(completedBody(body -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "completedWithoutVideo")
  void readsACompletedTaskWithoutAVideoAsFailed(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                about(
                    is("failed", "completed"),
                    "",
                    COMPLETED_AT
                        + ",'failure':{'kind':'video-missing','origin':'task','httpStatus':200,'retry':'yes'}")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact failed(PactBuilder pact) {
    return query(pact, "failed", "a failed task")
        .answers(taskBody("failed", 0, body -> reason(body, "generation_failed", "No output")));
  }

  @Test
  @PactTestFor(pactMethod = "failed")
  void readsAFailedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("failed", "failed"),
                0,
                ",'failure':{'kind':'generation-failed','origin':'task','code':'generation_failed','message':'No output','httpStatus':200,'retry':'no'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact failedWithCompletion(PactBuilder pact) {
    return query(pact, "failed-with-completion", "a failed task with a completion time")
        .answers(
            taskBody(
                "failed",
                100,
                body -> {
                  integer(body, "completed_at", 1768380514);
                  reason(body, "InvalidParameter", "Not valid");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "failedWithCompletion")
  void readsWhenAFailedTaskEnded(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("failed", "failed"),
                100,
                COMPLETED_AT
                    + ",'failure':{'kind':'generation-failed','origin':'task','code':'InvalidParameter','message':'Not valid','httpStatus':200,'retry':'no'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rejected(PactBuilder pact) {
    return query(pact, "rejected", "a task rejected for its content")
        .answers(
            taskBody(
                "failed",
                0,
                body ->
                    body.object(
                        "error",
                        error -> {
                          error.stringType(
                              "code",
                              "generation_failed"); // The mapper tells a rejection by these words.
                          error.stringMatcher(
                              "message", ".*content policy.*", "It violates the content policy");
                        })));
  }

  @Test
  @PactTestFor(pactMethod = "rejected")
  void readsARejectionFromTheMessage(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("failed", "failed"),
                0,
                ",'failure':{'kind':'content-rejected','origin':'task','code':'generation_failed','message':'It violates the content policy','httpStatus':200,'retry':'no'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownWord(PactBuilder pact) {
    return query(pact, "unknown-word", "a task with a status that no document names")
        .like("running")
        .with("/status", "archived")
        .answers(
            json(
                body -> {
                  body.stringType("id", "video_7497f4d5");
                  body.stringType("status", "archived");
                  body.stringType("model", "sora-2");
                  integer(body, "progress", 45);
                  integer(body, "created_at", 1768380222);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "unknownWord")
  void keepsAnUnknownWord(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(about(is("unknown", "archived"), "'progressPercent':45,", ""), UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact undocumentedField(PactBuilder pact) {
    return query(pact, "undocumented-field", "a task with a field that no document names")
        .like("running")
        .withUndeclared("/region", "eu")
        .answers(taskBody("in_progress", 45, body -> body.stringType("region", "eu")));
  }

  @Test
  @PactTestFor(pactMethod = "undocumentedField")
  void namesAnUndocumentedField(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                about(is("running", "in_progress"), "'progressPercent':45,", ""),
                UNDOCUMENTED_FIELD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact olderName(PactBuilder pact) {
    return query(pact, "older-name", "a task that repeats its id under the older name")
        .like("submitted")
        .with("/task_id", "video_7497f4d5")
        .answers(taskBody("submitted", 0, body -> body.stringType("task_id", "video_7497f4d5")));
  }

  @Test
  @PactTestFor(pactMethod = "olderName")
  void readsTheOlderNameOfTheIdWithoutAFinding(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("queued", "submitted"), 0, ""));
  }
}
