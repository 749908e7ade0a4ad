package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.nulls;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.taskBody;
import static io.github.reelay.contracttests.pact.XingchaoyiqingBodies.video;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What xingchaoyiqing tells of a task, pinned: one interaction for each state and shape. */
@PactTestFor(providerName = "xingchaoyiqing", pactVersion = PactSpecVersion.V4)
class XingchaoyiqingPactTest extends XingchaoyiqingRefusals {
  private static final String VIDEO =
      ",'video':{'url':'https://files.example.com/1.mp4?signature=s','format':'mp4',%s"
          + "'expiresAt':'2026-11-22T12:00:00Z','expiryEstimated':true}";

  private String seen(String state, String rest) {
    return canonical(about(state) + rest);
  }

  private static String about(String state) {
    return state + ",'model':'openAiSora2Plus','createdAt':'2026-03-26T02:56:11Z'";
  }

  private static String failure(String kind, String words) {
    return ",'failure':{'kind':'%s','origin':'task',%s'httpStatus':200,'retry':'%s'}"
        .formatted(kind, words, kind.equals("video-missing") ? "yes" : "no");
  }

  @Pact(consumer = CONSUMER)
  V4Pact queued(PactBuilder pact) {
    return query(pact, "queued", "a task in the queue, with explicit nulls")
        .answers(taskBody("queued", body -> nulls(body, "video_url", "error")));
  }

  @Test
  @PactTestFor(pactMethod = "queued")
  void readsATaskInTheQueue(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("queued", "queued"), ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact queuedLean(PactBuilder pact) {
    return query(pact, "queued-lean", "a task in the queue, with absent members")
        .like("queued")
        .without("/video_url", "/error")
        .answers(taskBody("queued", body -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "queuedLean")
  void readsAbsentMembersLikeNulls(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("queued", "queued"), ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact running(PactBuilder pact) {
    return query(pact, "running", "a task in progress")
        .answers(taskBody("processing", body -> nulls(body, "video_url", "error")));
  }

  @Test
  @PactTestFor(pactMethod = "running")
  void readsATaskInProgress(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("running", "processing"), ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completed(PactBuilder pact) {
    return query(pact, "completed", "a completed task, with an explicit null")
        .answers(
            taskBody(
                "completed",
                body -> {
                  video(body);
                  body.numberType("actualDuration", 10);
                  nulls(body, "error");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "completed")
  void readsACompletedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("succeeded", "completed") + ",'progressPercent':100",
                VIDEO.formatted("'durationSeconds':10.0,")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedLean(PactBuilder pact) {
    return query(pact, "completed-lean", "a completed task, with absent members")
        .like("completed")
        .without("/error", "/actualDuration")
        .answers(taskBody("completed", body -> video(body)));
  }

  @Test
  @PactTestFor(pactMethod = "completedLean")
  void readsACompletedTaskWithoutItsLength(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(is("succeeded", "completed") + ",'progressPercent':100", VIDEO.formatted("")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact completedWithoutVideo(PactBuilder pact) {
    return query(pact, "completed-without-video", "a completed task without a video")
        .answers(taskBody("completed", body -> nulls(body, "video_url", "error")));
  }

  @Test
  @PactTestFor(pactMethod = "completedWithoutVideo")
  void readsACompletedTaskWithoutAVideoAsFailed(MockServer server) {
    assertThat(read(server))
        .isEqualTo(seen(is("failed", "completed"), failure("video-missing", "")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact failed(PactBuilder pact) {
    return query(pact, "failed", "a failed task")
        .answers(
            taskBody(
                "failed",
                body -> {
                  nulls(body, "video_url");
                  body.stringType("error", "No output");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "failed")
  void readsAFailedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(is("failed", "failed"), failure("generation-failed", "'message':'No output',")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact failedWithObject(PactBuilder pact) {
    return query(pact, "failed-with-object", "a failed task with its reason as an object")
        .like("failed")
        .with("/error", Map.of("code", "no_output", "message", "No output"))
        .answers(
            taskBody(
                "failed",
                body ->
                    body.object(
                        "error",
                        error -> {
                          error.stringType("code", "no_output");
                          error.stringType("message", "No output");
                        })));
  }

  @Test
  @PactTestFor(pactMethod = "failedWithObject")
  void readsAReasonThatIsAnObject(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("failed", "failed"),
                failure("generation-failed", "'code':'no_output','message':'No output',")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rejected(PactBuilder pact) {
    return query(pact, "rejected", "a task rejected for its content")
        .answers(
            taskBody(
                "failed",
                body -> {
                  nulls(body, "video_url"); // The mapper tells a rejection by these words.
                  body.stringMatcher(
                      "error", ".*prohibited content.*", "It has prohibited content");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "rejected")
  void readsARejectionFromTheMessage(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            seen(
                is("failed", "failed"),
                failure("content-rejected", "'message':'It has prohibited content',")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact cancelled(PactBuilder pact) {
    return query(pact, "cancelled", "a cancelled task")
        .answers(taskBody("cancelled", body -> nulls(body, "video_url", "error")));
  }

  @Test
  @PactTestFor(pactMethod = "cancelled")
  void readsACancelledTask(MockServer server) {
    assertThat(read(server)).isEqualTo(seen(is("cancelled", "cancelled"), ""));
  }

  @Pact(consumer = CONSUMER)
  V4Pact creationFailed(PactBuilder pact) {
    return query(pact, "creation-failed", "a task that could not be created")
        .answers(
            json(
                body -> {
                  nulls(body, "id", "model");
                  status(body, "failed");
                  integer(body, "created", 1774493771);
                  body.stringType("error", "Creation failed");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "creationFailed")
  void readsATaskThatCouldNotBeCreated(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                is("failed", "failed")
                    + ",'createdAt':'2026-03-26T02:56:11Z'"
                    + failure("generation-failed", "'message':'Creation failed',"),
                "{'kind':'missing-field','pointer':'/id','detail':'every task has this member'}"));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownWord(PactBuilder pact) {
    return query(pact, "unknown-word", "a task with a status that no document names")
        .like("running")
        .with("/status", "archived")
        .answers(
            json(
                body -> {
                  body.stringType("id", "sora_abc123def456");
                  body.stringType("status", "archived");
                  body.stringType("model", "openAiSora2Plus");
                  integer(body, "created", 1774493771);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "unknownWord")
  void keepsAnUnknownWord(MockServer server) {
    assertThat(read(server)).isEqualTo(canonical(about(is("unknown", "archived")), UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact undocumentedField(PactBuilder pact) {
    return query(pact, "undocumented-field", "a task with a field that no document names")
        .like("running")
        .withUndeclared("/region", "eu")
        .answers(taskBody("processing", body -> body.stringType("region", "eu")));
  }

  @Test
  @PactTestFor(pactMethod = "undocumentedField")
  void namesAnUndocumentedField(MockServer server) {
    assertThat(read(server))
        .isEqualTo(canonical(about(is("running", "processing")), UNDOCUMENTED_FIELD));
  }
}
