package io.github.reelay.page;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import java.net.URI;
import java.util.List;

/** Events of tasks. */
final class Samples {
  private Samples() {}

  static Providers providers() {
    return Providers.of(List.of());
  }

  static TaskHandle handle(String id) {
    return new TaskHandle("toapis", id);
  }

  static TaskEvent running(String id, int percent) {
    VideoTask task =
        VideoTask.builder("toapis", id, new TaskState.Running()).progressPercent(percent).build();
    return new TaskEvent.Changed(handle(id), new QueryResult.Found(task));
  }

  static TaskEvent failed(String id, String code, String message) {
    Failure failure =
        Failure.builder(FailureKind.GENERATION_FAILED, Origin.TASK)
            .code(code)
            .message(message)
            .httpStatus(200)
            .requestId("req-1")
            .build();
    return ended(VideoTask.builder("toapis", id, new TaskState.Failed(failure)).build());
  }

  static TaskEvent succeeded(String id, String thumbnail) {
    Video video =
        Video.at(URI.create("https://files.example/v.mp4?sig=SIGNED"))
            .thumbnailUrl(URI.create(thumbnail))
            .build();
    return ended(
        VideoTask.builder("toapis", id, new TaskState.Succeeded(video, List.of())).build());
  }

  static TaskEvent ended(VideoTask task) {
    return new TaskEvent.Ended(new Outcome.Finished(task));
  }
}
