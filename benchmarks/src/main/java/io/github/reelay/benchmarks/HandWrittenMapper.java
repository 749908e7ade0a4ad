package io.github.reelay.benchmarks;

import io.github.reelay.client.xingchaoyiqing.ErrorBody;
import io.github.reelay.client.xingchaoyiqing.VideoGeneration;
import io.github.reelay.contract.ContractReader;
import io.github.reelay.contract.Finding;
import io.github.reelay.contract.Timestamp;
import io.github.reelay.dialect.ErrorReport;
import io.github.reelay.dialect.ResponseMapper;
import io.github.reelay.dialect.TaskAssembler;
import io.github.reelay.rule.Expiry;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of xingchaoyiqing written by hand, for comparison with the generated one. It takes
 * the same values and checks the same presence and units.
 */
final class HandWrittenMapper implements ResponseMapper<VideoGeneration> {
  private static final Duration URL_VALIDITY = Duration.ofDays(1);
  private static final Map<String, TaskStatus> DOCUMENTED =
      Map.of(
          "queued", TaskStatus.QUEUED,
          "processing", TaskStatus.RUNNING,
          "completed", TaskStatus.SUCCEEDED,
          "failed", TaskStatus.FAILED,
          "cancelled", TaskStatus.CANCELLED);
  private static final StatusTexts STATUS = StatusTexts.of(DOCUMENTED);

  @Override
  public @Nullable VideoGeneration readTask(ContractReader in) {
    return VideoGeneration.read(in);
  }

  @Override
  public ErrorReport readError(ContractReader in) {
    ErrorBody body = ErrorBody.read(in);
    return body == null
        ? ErrorReport.NONE
        : new ErrorReport(body.error(), body.code(), body.message(), body.msg());
  }

  @Override
  public @Nullable String status(VideoGeneration task) {
    return task.status();
  }

  @Override
  public void map(VideoGeneration task, TaskAssembler assembler) {
    assembler.id(task.id());
    assembler.status(task.status(), STATUS.status(task.status()));
    assembler.model(task.model());
    created(task.created(), assembler);
    assembler.error("/error", task.error());
    presence(task, assembler);
    videos(task, assembler);
  }

  private static void created(@Nullable Timestamp created, TaskAssembler assembler) {
    assembler.createdAt(created);
    if (created != null && created.written().text().length() >= 12) {
      assembler.note(
          Finding.Kind.UNDOCUMENTED_UNIT, "/created", "documented in seconds, found milliseconds");
    }
  }

  private static void presence(VideoGeneration task, TaskAssembler assembler) {
    TaskStatus documented = task.status() == null ? null : DOCUMENTED.get(task.status());
    if (documented == null) {
      return;
    }
    boolean succeeded = documented == TaskStatus.SUCCEEDED;
    String url = task.videoUrl();
    presence(url != null && !url.isBlank() && !succeeded, "/video_url", assembler);
    presence(task.actualDuration() != null && !succeeded, "/actualDuration", assembler);
    // An error member counts as a reason alone, as in the generated mapping.
  }

  private static void presence(boolean unexpected, String pointer, TaskAssembler assembler) {
    if (unexpected) {
      assembler.note(
          Finding.Kind.UNDOCUMENTED_PRESENCE,
          pointer,
          "documented on tasks of another status only");
    }
  }

  private static void videos(VideoGeneration task, TaskAssembler assembler) {
    WebUrl stated = assembler.url("/video_url", task.videoUrl());
    Duration duration = duration(task.actualDuration(), assembler);
    Expiry expiry = assembler.expiry(null, URL_VALIDITY);
    for (WebUrl url : stated != null ? List.of(stated) : assembler.urlsElsewhere()) {
      Video.Builder video = Video.from(url).format("mp4");
      assembler.video(video.duration(duration).expiresAt(expiry.at(), expiry.estimated()).build());
      duration = null; // it is the first one's
    }
  }

  private static @Nullable Duration duration(@Nullable Double length, TaskAssembler assembler) {
    if (length == null) {
      return null;
    }
    if (length >= 1000 && length <= 1e9) {
      assembler.note(
          Finding.Kind.UNDOCUMENTED_UNIT,
          "/actualDuration",
          "documented in seconds, found milliseconds");
      return assembler.seconds("/actualDuration", length / 1000);
    }
    return assembler.seconds("/actualDuration", length);
  }
}
