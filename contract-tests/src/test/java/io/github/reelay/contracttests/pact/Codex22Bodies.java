package io.github.reelay.contracttests.pact;

import static io.github.reelay.contracttests.pact.PactBodies.integer;
import static io.github.reelay.contracttests.pact.PactBodies.json;
import static io.github.reelay.contracttests.pact.PactBodies.status;
import static io.github.reelay.contracttests.pact.PactBodies.url;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** The bodies of 22codex as the mapper relies on them: shapes, and only the values it reads. */
final class Codex22Bodies {
  private Codex22Bodies() {}

  /** The members that every nested response has; more goes into the detail. */
  static DslPart taskBody(String word, Consumer<LambdaDslObject> detail) {
    return taskBody(word, body -> {}, detail);
  }

  static DslPart taskBody(
      String word, Consumer<LambdaDslObject> top, Consumer<LambdaDslObject> detail) {
    return json(
        body -> {
          body.stringType("id", "sora-2:task_01k6x15v");
          status(body, word);
          integer(body, "status_update_time", 1759763651908L);
          top.accept(body);
          body.object(
              "detail",
              in -> {
                in.object("input", input -> input.stringType("prompt", "make animate"));
                detail.accept(in);
              });
        });
  }

  static DslPart pendingBody(Consumer<LambdaDslObject> pending) {
    return taskBody("pending", detail -> pending(detail, pending));
  }

  static DslPart failedBody(Consumer<LambdaDslObject> pending) {
    return taskBody("failed", detail -> pending(detail, pending));
  }

  /** The time is ISO 8601 text, which the mapper has to parse. */
  private static void pending(LambdaDslObject detail, Consumer<LambdaDslObject> more) {
    detail.object(
        "pending_info",
        pending -> {
          pending.stringMatcher(
              "created_at", "\\d{4}-\\d\\d-\\d\\dT.+Z", "2025-10-06T15:10:26.875729Z");
          more.accept(pending);
        });
  }

  /** A fraction of one; a percentage would be read as one as well, and must not come. */
  static void progress(LambdaDslObject pending) {
    pending.numberMatching("progress_pct", "0(\\.\\d+)?|1(\\.0+)?", 0.93);
  }

  /** A completed task with what the draft says besides the time when it was made. */
  static DslPart draftBody(Consumer<LambdaDslObject> draft) {
    return taskBody("completed", detail -> draft(detail, draft));
  }

  static void draft(LambdaDslObject detail, Consumer<LambdaDslObject> more) {
    detail.object(
        "draft_info",
        draft -> {
          draft.numberType("created_at", new BigDecimal("1759763631.222531"));
          more.accept(draft);
        });
  }

  /** The addresses of the files of those kinds. */
  static void encodings(LambdaDslObject draft, String... kinds) {
    draft.object(
        "encodings",
        encodings ->
            List.of(kinds)
                .forEach(kind -> encodings.object(kind, file -> address(file, "path", kind))));
  }

  static void address(LambdaDslObject in, String name, String file) {
    url(in, name, "https://files.example.com/" + file);
  }

  static void size(LambdaDslObject in) {
    integer(in, "width", 352);
    integer(in, "height", 640);
  }

  static DslPart flatBody(String word, Consumer<LambdaDslObject> more) {
    return json(
        body -> {
          body.stringType("id", "video_5c6a605a");
          status(body, word);
          body.stringType("model", "sora-2");
          integer(body, "created_at", 1761622232);
          more.accept(body);
        });
  }

  /** The member that all errors of this provider but one have. */
  static DslPart errorBody(String code, String message) {
    return json(body -> reason(body, code, message));
  }

  static void reason(LambdaDslObject body, String code, String message) {
    body.object(
        "error",
        error -> {
          error.stringType("code", code);
          error.stringType("message", message);
        });
  }
}
