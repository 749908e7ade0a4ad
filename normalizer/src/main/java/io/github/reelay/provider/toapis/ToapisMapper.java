package io.github.reelay.provider.toapis;

import io.github.reelay.client.toapis.ErrorBody;
import io.github.reelay.client.toapis.GenerationTask;
import io.github.reelay.client.toapis.ResultItem;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the answers of toapis hold what. */
final class ToapisMapper implements ResponseMapper<GenerationTask> {
  private static final Duration URL_VALIDITY = Duration.ofHours(24); // T57
  private static final String FIRST_ITEM = "/result/data/0/url";
  private static final StatusTexts STATUS =
      StatusTexts.of(
          Map.of(
              "queued", TaskStatus.QUEUED, // T18
              "submitted", TaskStatus.QUEUED, // T38, TC1
              "in_progress", TaskStatus.RUNNING, // T19
              "completed", TaskStatus.SUCCEEDED, // T20
              "failed", TaskStatus.FAILED)); // T21

  @Override
  public @Nullable GenerationTask readTask(ContractReader in) {
    return GenerationTask.read(in);
  }

  @Override
  public ErrorReport readError(ContractReader in) {
    ErrorBody body = ErrorBody.read(in);
    return body == null
        ? ErrorReport.NONE
        : new ErrorReport(body.error(), body.code(), body.message(), body.msg());
  }

  @Override
  public @Nullable String status(GenerationTask task) {
    return task.status();
  }

  @Override
  public void map(GenerationTask task, TaskAssembler assembler) {
    assembler.id(task.id());
    assembler.otherId(task.taskId()); // TE13
    assembler.status(task.status(), STATUS.status(task.status()));
    assembler.progressPercent("/progress", task.progress());
    assembler.model(task.model());
    assembler.createdAt(task.createdAt());
    assembler.completedAt(task.completedAt());
    assembler.error("/error", task.error());
    videos(task, assembler);
  }

  /** TC2: the URL stands at the top level (T33, T40), or in the result (TE1), or in both. */
  private static void videos(GenerationTask task, TaskAssembler assembler) {
    WebUrl thumbnail = assembler.url("/thumbnail", task.thumbnail());
    Duration duration = assembler.seconds("/duration", task.duration());
    Expiry expiry = assembler.expiry(task.expiresAt(), URL_VALIDITY);
    boolean first = true;
    for (Map.Entry<WebUrl, String> found : urls(task, assembler).entrySet()) {
      Video.Builder video = Video.from(found.getKey()).format(emptyToNull(found.getValue()));
      video.expiresAt(expiry.at(), expiry.estimated());
      assembler.video(
          first ? video.thumbnail(thumbnail).duration(duration).build() : video.build());
      first = false;
    }
  }

  /** Every different URL, in order, with its first format or an empty text. */
  private static Map<WebUrl, String> urls(GenerationTask task, TaskAssembler assembler) {
    Map<WebUrl, String> urls = with(Map.of(), assembler.url("/url", task.url()), null);
    List<ResultItem> items = items(task);
    for (int i = 0; i < items.size(); i++) {
      ResultItem item = items.get(i);
      if (item != null) {
        urls = with(urls, assembler.url(pointer(i), item.url()), item.format());
      }
    }
    if (urls.isEmpty()) {
      for (WebUrl url : assembler.urlsElsewhere()) {
        urls = with(urls, url, null);
      }
    }
    return urls;
  }

  private static String pointer(int item) {
    return item == 0 ? FIRST_ITEM : "/result/data/" + item + "/url";
  }

  /** One more URL; the usual first and last one is never hashed, which needs a URI. */
  private static Map<WebUrl, String> with(
      Map<WebUrl, String> urls, @Nullable WebUrl url, @Nullable String format) {
    if (url == null) {
      return urls;
    }
    String stripped = format == null ? "" : format.strip();
    if (urls.isEmpty()) {
      return Map.of(url, stripped);
    }
    Map<WebUrl, String> more = urls.size() == 1 ? new LinkedHashMap<>(urls) : urls;
    more.merge(url, stripped, (old, now) -> old.isEmpty() ? now : old);
    return more;
  }

  private static List<ResultItem> items(GenerationTask task) {
    return task.result() == null || task.result().data() == null ? List.of() : task.result().data();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
