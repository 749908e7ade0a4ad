package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A place that holds the reason of a failure or the URL of a success. */
class UrlAsReasonTest {
  private static final Dialect EITHER =
      Dialect.parse(
          "my.yaml",
          ShortDocument.reading(
              "id: /id",
              "status: /status",
              "video.url: [/result, '/fail_reason?']",
              "failure.message: [/fail_reason, /result]"));

  private static VideoTask failed(String members) {
    return EITHER
        .read(SampleResponses.json("{'id':'t1','status':'broken'," + members + "}"))
        .taskOrThrow();
  }

  @DisplayName("A URL there is no reason of a task that has failed, and is not shown")
  @ParameterizedTest
  @CsvSource({"result", "fail_reason"})
  void isNoReason(String member) {
    VideoTask task = failed("'" + member + "':' https://files.example/1.mp4?signature=secret '");

    assertThat(((TaskState.Failed) task.state()).failure().message()).isNull();
    assertThat(task.findings())
        .extracting(finding -> finding.kind().jsonName() + " " + finding.pointer())
        .containsExactly("ignored-value /" + member);
    assertThat(task.toString()).doesNotContain("secret");
  }

  @DisplayName("The other place may have the reason, and a sentence may name a URL")
  @ParameterizedTest
  @ValueSource(strings = {"no output", "https://files.example/1.mp4 was not found"})
  void takesTheReasonNextToIt(String reason) {
    VideoTask task =
        failed("'fail_reason':'https://files.example/1.mp4','result':'" + reason + "'");

    assertThat(((TaskState.Failed) task.state()).failure().message()).isEqualTo(reason);
  }

  @DisplayName("It is the video of a task that has succeeded")
  @Test
  void isTheVideoOfASuccess() {
    VideoTask task =
        EITHER
            .read(
                SampleResponses.json(
                    "{'id':'t1','status':'there','fail_reason':'https://files.example/1.mp4'}"))
            .taskOrThrow();

    assertThat(((TaskState.Succeeded) task.state()).video().url())
        .hasToString("https://files.example/1.mp4");
  }
}
