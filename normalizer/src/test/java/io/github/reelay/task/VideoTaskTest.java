package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTaskTest {
  private static final Video VIDEO = Video.at(URI.create("https://v.example/1?sig=secret")).build();
  private static final Failure FAILURE =
      Failure.builder(FailureKind.GENERATION_FAILED, Origin.TASK)
          .message("secret")
          .httpStatus(200)
          .build();

  @Test
  void showsNeitherPromptNorMessageNorQueries() {
    VideoTask succeeded =
        VideoTask.builder("toapis", "t1", new TaskState.Succeeded(VIDEO, List.of(VIDEO)))
            .prompt("secret")
            .progressPercent(100)
            .findings(List.of(new Finding(Finding.Kind.ENVELOPED, "/data", "why")))
            .build();
    VideoTask failed = VideoTask.builder("toapis", null, new TaskState.Failed(FAILURE)).build();

    assertThat(succeeded)
        .hasToString(
            "VideoTask[toapis:t1, Succeeded[video=Video[https://v.example/…],"
                + " more=[Video[https://v.example/…]]], 100 %, findings=1]");
    assertThat(failed)
        .hasToString(
            "VideoTask[toapis:?, Failed[failure=Failure[generation-failed, origin=task,"
                + " httpStatus=200]]]");
    assertThat(new QueryResult.Found(succeeded).toString()).doesNotContain("secret");
    Failure refusal =
        Failure.builder(FailureKind.FORBIDDEN, Origin.RELAY)
            .message("secret")
            .httpStatus(403)
            .build();
    assertThat(new QueryResult.Failed("toapis", "t1", refusal, List.of()).toString())
        .doesNotContain("secret");
  }

  @Test
  void givesVideoAndFailureDirectly() {
    TaskState succeeded = new TaskState.Succeeded(VIDEO, List.of());
    assertThat(VideoTask.builder("toapis", "t", succeeded).build())
        .returns(VIDEO, VideoTask::video)
        .returns(null, VideoTask::failure);
    assertThat(VideoTask.builder("toapis", "t", new TaskState.Failed(FAILURE)).build())
        .returns(null, VideoTask::video)
        .returns(FAILURE, VideoTask::failure);
    for (TaskState other :
        List.of(
            new TaskState.Queued(),
            new TaskState.Running(),
            new TaskState.Cancelled(),
            new TaskState.Expired(),
            new TaskState.Unknown())) {
      assertThat(VideoTask.builder("toapis", "t", other).build())
          .returns(null, VideoTask::video)
          .returns(null, VideoTask::failure);
    }
  }

  @Test
  void cannotSucceedWithoutVideoNorFailWithoutFailure() {
    assertThatThrownBy(() -> new TaskState.Succeeded(null, List.of()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("video");
    assertThatThrownBy(() -> new TaskState.Failed(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("failure");
  }

  @Test
  void everyStateHasItsStatus() {
    List<TaskState> states =
        List.of(
            new TaskState.Queued(),
            new TaskState.Running(),
            new TaskState.Succeeded(VIDEO, List.of()),
            new TaskState.Failed(FAILURE),
            new TaskState.Cancelled(),
            new TaskState.Expired(),
            new TaskState.Unknown());

    assertThat(states).extracting(TaskState::status).containsExactly(TaskStatus.values());
    assertThat(TaskStatus.values())
        .extracting(TaskStatus::jsonName)
        .containsExactly(
            "queued", "running", "succeeded", "failed", "cancelled", "expired", "unknown");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  void refusesProgressOutOfRange(int percent) {
    VideoTaskBuilder builder =
        VideoTask.builder("toapis", "t1", new TaskState.Queued()).progressPercent(percent);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a progress from 0 to 100, found " + percent);
  }

  @Test
  void copiesItsLists() {
    List<Video> more = new ArrayList<>(List.of(VIDEO));
    List<Finding> findings = new ArrayList<>();
    TaskState.Succeeded state = new TaskState.Succeeded(VIDEO, more);
    VideoTask task = VideoTask.builder("toapis", "t1", state).findings(findings).build();

    more.clear();
    findings.add(new Finding(Finding.Kind.ENVELOPED, "/data", "why"));

    assertThat(state.more()).containsExactly(VIDEO);
    assertThat(task.findings()).isEmpty();
  }

  @Test
  void handleNamesIt() {
    assertThat(VideoTask.builder("a", "b:c", new TaskState.Queued()).build().handle())
        .isEqualTo(new TaskHandle("a", "b:c"));
    assertThat(VideoTask.builder("a", null, new TaskState.Queued()).build().handle()).isNull();
  }
}
