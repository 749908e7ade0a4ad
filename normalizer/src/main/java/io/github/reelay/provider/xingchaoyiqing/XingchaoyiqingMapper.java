package io.github.reelay.provider.xingchaoyiqing;

import io.github.reelay.client.xingchaoyiqing.ErrorBody;
import io.github.reelay.client.xingchaoyiqing.VideoGeneration;
import io.github.reelay.contract.ContractReader;
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

/** Where the answers of xingchaoyiqing hold what. */
final class XingchaoyiqingMapper implements ResponseMapper<VideoGeneration> {
  private static final Duration URL_VALIDITY = Duration.ofDays(1); // X34
  private static final String FORMAT = "mp4"; // X35
  private static final StatusTexts STATUS =
      StatusTexts.of(
          Map.of(
              "queued", TaskStatus.QUEUED, // X12
              "processing", TaskStatus.RUNNING, // X13
              "completed", TaskStatus.SUCCEEDED, // X14
              "failed", TaskStatus.FAILED, // X15
              "cancelled", TaskStatus.CANCELLED)); // XE4

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
    assembler.createdAt(task.created());
    assembler.error("/error", task.error());
    videos(task, assembler);
  }

  private static void videos(VideoGeneration task, TaskAssembler assembler) {
    WebUrl stated = assembler.url("/video_url", task.videoUrl());
    Duration duration = assembler.seconds("/actualDuration", task.actualDuration());
    Expiry expiry = assembler.expiry(null, URL_VALIDITY); // XC7: only the observation bounds it
    for (WebUrl url : stated != null ? List.of(stated) : assembler.urlsElsewhere()) {
      Video.Builder video = Video.from(url).format(FORMAT);
      assembler.video(video.duration(duration).expiresAt(expiry.at(), expiry.estimated()).build());
      duration = null; // it is the first one's
    }
  }
}
