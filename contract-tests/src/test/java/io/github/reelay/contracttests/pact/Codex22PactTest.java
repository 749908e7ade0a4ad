package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.Codex22Bodies.failedBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.flatBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.pendingBody;
import static io.github.reelay.contracttests.pact.Codex22Bodies.reason;
import static io.github.reelay.contracttests.pact.Codex22Bodies.taskBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What 22codex tells of a task, pinned: one interaction for each state and shape. */
@PactTestFor(providerName = "22codex", pactVersion = PactSpecVersion.V4)
class Codex22PactTest extends Codex22Videos {
  private static final String CONFLICT =
      "{'kind':'status-conflict','pointer':'/detail/status',"
          + "'detail':'a final status inside, another one at the top'}";
  private static final String CREATED_AT = "'createdAt':'2025-10-06T15:10:26.875729Z',";
  private static final String ENDED_AT = ",'completedAt':'2025-10-06T15:14:11.908Z'";

  private static String pending(String status, String progress, String created) {
    return about(is(status, "pending") + progress, created);
  }

  @Pact(consumer = CONSUMER)
  V4Pact queued(PactBuilder pact) {
    return query(pact, "queued", "a pending task without pending info")
        .answers(taskBody("pending", detail -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "queued")
  void readsAPendingTaskAsQueued(MockServer server) {
    assertThat(read(server)).isEqualTo(canonical(pending("queued", "", "")));
  }

  @Pact(consumer = CONSUMER)
  V4Pact running(PactBuilder pact) {
    return query(pact, "running", "a pending task with pending info")
        .answers(
            pendingBody(
                pending -> {
                  status(pending, "processing");
                  pending.numberType("progress_pct", 0.93);
                }));
  }

  @Test
  @PactTestFor(pactMethod = "running")
  void readsAPendingTaskInProgressAsRunning(MockServer server) {
    assertThat(read(server))
        .isEqualTo(canonical(pending("running", ",'progressPercent':93", CREATED_AT)));
  }

  @Pact(consumer = CONSUMER)
  V4Pact runningByProgress(PactBuilder pact) {
    return query(pact, "running-by-progress", "a pending task with progress only")
        .like("running")
        .without("/detail/pending_info/status")
        .answers(pendingBody(pending -> pending.numberType("progress_pct", 0.93)));
  }

  @Test
  @PactTestFor(pactMethod = "runningByProgress")
  void readsAPendingTaskWithProgressAsRunning(MockServer server) {
    assertThat(read(server))
        .isEqualTo(canonical(pending("running", ",'progressPercent':93", CREATED_AT)));
  }

  @Pact(consumer = CONSUMER)
  V4Pact conflict(PactBuilder pact) {
    return query(pact, "status-conflict", "a pending task that says completed inside")
        .like("queued")
        .with("/detail/status", "completed")
        .answers(taskBody("pending", detail -> status(detail, "completed")));
  }

  @Test
  @PactTestFor(pactMethod = "conflict")
  void believesTheWordAtTheTop(MockServer server) {
    assertThat(read(server)).isEqualTo(canonical(pending("queued", "", ""), CONFLICT));
  }

  @Pact(consumer = CONSUMER)
  V4Pact failed(PactBuilder pact) {
    return query(pact, "failed", "a failed task")
        .answers(
            failedBody(
                pending -> {
                  pending.numberType("progress_pct", 0.93);
                  pending.stringType("failure_reason", "No output");
                }));
  }

  @Test
  @PactTestFor(pactMethod = "failed")
  void readsAFailedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                about(is("failed", "failed") + ",'progressPercent':93", CREATED_AT)
                    + ENDED_AT
                    + failure("generation-failed", "'message':'No output',"),
                UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact rejected(PactBuilder pact) {
    return query(pact, "rejected", "a task rejected for its content")
        .answers(
            failedBody(
                pending -> {
                  pending.stringType("failure_reason", "Held back");
                  pending.object(
                      "moderation_result",
                      result -> {
                        result.stringType(
                            "code",
                            "output_rejected"); // The mapper takes this value for the refusal of a
                        // finished video.
                        result.booleanValue("is_output_rejection", true);
                      });
                }));
  }

  @Test
  @PactTestFor(pactMethod = "rejected")
  void readsARejectionFromTheModeration(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                about(is("failed", "failed"), CREATED_AT)
                    + ENDED_AT
                    + failure(
                        "content-rejected", "'code':'output_rejected','message':'Held back',"),
                UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact flatRunning(PactBuilder pact) {
    return query(pact, "flat-running", "a flat task in progress")
        .answers(flatBody("in_progress", body -> integer(body, "progress", 45)));
  }

  @Test
  @PactTestFor(pactMethod = "flatRunning")
  void readsAFlatTaskInProgress(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                flat(is("running", "in_progress") + ",'progressPercent':45", ""), UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact flatFailed(PactBuilder pact) {
    return query(pact, "flat-failed", "a flat failed task")
        .like("flat-running")
        .with("/status", "failed")
        .with("/error", Map.of("code", "no_output", "message", "No output"))
        .answers(flatBody("failed", body -> reason(body, "no_output", "No output")));
  }

  @Test
  @PactTestFor(pactMethod = "flatFailed")
  void readsAFlatFailedTask(MockServer server) {
    assertThat(read(server))
        .isEqualTo(
            canonical(
                flat(
                    is("failed", "failed"),
                    failure("generation-failed", "'code':'no_output','message':'No output',")),
                UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact unknownWord(PactBuilder pact) {
    return query(pact, "unknown-word", "a task with a status that no document names")
        .like("queued")
        .with("/status", "archived")
        .answers(
            json(
                body -> {
                  body.stringType("id", "sora-2:task_01k6x15v");
                  body.stringType("status", "archived");
                  integer(body, "status_update_time", 1759763651908L);
                  body.object(
                      "detail",
                      detail ->
                          detail.object(
                              "input", input -> input.stringType("prompt", "make animate")));
                }));
  }

  @Test
  @PactTestFor(pactMethod = "unknownWord")
  void keepsAnUnknownWord(MockServer server) {
    assertThat(read(server))
        .isEqualTo(canonical(about(is("unknown", "archived"), ""), UNKNOWN_WORD));
  }

  @Pact(consumer = CONSUMER)
  V4Pact undocumentedField(PactBuilder pact) {
    return query(pact, "undocumented-field", "a task with a field that no document names")
        .like("queued")
        .withUndeclared("/region", "eu")
        .answers(taskBody("pending", body -> body.stringType("region", "eu"), detail -> {}));
  }

  @Test
  @PactTestFor(pactMethod = "undocumentedField")
  void namesAnUndocumentedField(MockServer server) {
    assertThat(read(server)).isEqualTo(canonical(pending("queued", "", ""), UNDOCUMENTED_FIELD));
  }
}
