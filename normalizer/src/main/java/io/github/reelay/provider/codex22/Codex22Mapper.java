package io.github.reelay.provider.codex22;

import static io.github.reelay.provider.codex22.Nested.get;

import io.github.reelay.client.codex22.Detail;
import io.github.reelay.client.codex22.ErrorBody;
import io.github.reelay.client.codex22.Input;
import io.github.reelay.client.codex22.ModerationResult;
import io.github.reelay.client.codex22.PendingInfo;
import io.github.reelay.client.codex22.UnifiedVideo;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.ScalarValue;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the answers of 22codex hold what, in the nested shape and in the flat one (CE6). */
final class Codex22Mapper implements ResponseMapper<UnifiedVideo> {
  private static final String PENDING = "pending";
  private static final StatusTexts STATUS =
      StatusTexts.of(
          Map.of(
              PENDING,
              TaskStatus.QUEUED, // C30; CC11: not finished, see status()
              "completed",
              TaskStatus.SUCCEEDED)); // C48

  @Override
  public @Nullable UnifiedVideo readTask(ContractReader in) {
    return UnifiedVideo.read(in);
  }

  @Override
  public ErrorReport readError(ContractReader in) {
    ErrorBody body = ErrorBody.read(in);
    return body == null
        ? ErrorReport.NONE
        : new ErrorReport(body.error(), body.code(), body.message(), body.msg());
  }

  @Override
  public @Nullable String status(UnifiedVideo task) {
    return task.status();
  }

  @Override
  public void map(UnifiedVideo task, TaskAssembler assembler) {
    Detail detail = task.detail();
    PendingInfo pending = get(detail, Detail::pendingInfo);
    assembler.id(task.id());
    assembler.model(model(task, assembler));
    assembler.prompt(get(get(detail, Detail::input), Input::prompt));
    assembler.error("/error", task.error());
    status(task, pending, assembler);
    progress(task, pending, assembler);
    times(task, pending, assembler);
    reasons(pending, assembler);
    Codex22Video.map(task, assembler);
  }

  /** CC10, CC11: the word at the top decides; pending runs once something inside says so. */
  private static void status(
      UnifiedVideo task, @Nullable PendingInfo pending, TaskAssembler assembler) {
    TaskStatus status = STATUS.status(task.status());
    boolean runs = status == TaskStatus.QUEUED && isPending(task.status()) && isStarted(pending);
    assembler.status(task.status(), runs ? TaskStatus.RUNNING : status);
    TaskStatus inner = STATUS.status(get(task.detail(), Detail::status));
    if (inner.terminal() && inner != status) {
      assembler.statusConflict("/detail/status");
    }
  }

  private static boolean isPending(String word) {
    return word.equals(PENDING) || StatusTexts.normalise(word).equals(PENDING);
  }

  private static boolean isStarted(@Nullable PendingInfo pending) {
    Double progress = get(pending, PendingInfo::progressPct);
    return STATUS.status(get(pending, PendingInfo::status)) == TaskStatus.RUNNING
        || (progress != null && progress > 0);
  }

  /** CC21: a fraction inside, while the task is pending; a percentage in the flat shape. */
  private static void progress(
      UnifiedVideo task, @Nullable PendingInfo pending, TaskAssembler assembler) {
    Double fraction = get(pending, PendingInfo::progressPct);
    if (fraction != null) {
      assembler.progressFraction("/detail/pending_info/progress_pct", fraction);
    } else {
      assembler.progressPercent("/progress", task.progress());
    }
  }

  /** CC12: text here, seconds with a fraction there, milliseconds at the top. */
  private static void times(
      UnifiedVideo task, @Nullable PendingInfo pending, TaskAssembler assembler) {
    Timestamp update = task.statusUpdateTime();
    Timestamp ended = assembler.status().terminal() ? update : null;
    assembler.createdAt(Nested.time(get(pending, PendingInfo::createdAt), task.createdAt()));
    assembler.updatedAt(update);
    assembler.completedAt(Nested.time(Codex22Video.madeAt(task), ended, task.completedAt()));
  }

  /** CC14: the public name of the model is the prefix of the public id, or stands flat. */
  private static @Nullable String model(UnifiedVideo task, TaskAssembler assembler) {
    String id = task.id() != null ? task.id() : assembler.askedId();
    int colon = id == null ? -1 : id.indexOf(':');
    return colon > 0 ? id.substring(0, colon) : task.model();
  }

  /** CC22: no failure is documented, but these members speak of one. */
  private static void reasons(@Nullable PendingInfo pending, TaskAssembler assembler) {
    assembler.reason(
        "/detail/pending_info/failure_reason", get(pending, PendingInfo::failureReason));
    ModerationResult result = get(pending, PendingInfo::moderationResult);
    ScalarValue code = get(result, ModerationResult::code);
    boolean rejected = Boolean.TRUE.equals(get(result, ModerationResult::isOutputRejection));
    assembler.moderation(get(code, ScalarValue::text), rejected);
  }
}
