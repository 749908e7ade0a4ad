package io.github.reelay.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.download.DownloadOutcome;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.watch.Outcome;
import io.github.reelay.watch.TaskEvent;
import io.github.reelay.watch.json.WatchJson;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

class ReelayModuleTest {
  private static final TaskHandle HANDLE = new TaskHandle("toapis", "task:1");
  private static final Video VIDEO =
      Video.at(URI.create("https://files.example/a.mp4?sig=a%2Fb"))
          .expiresAt(Instant.parse("2026-01-01T00:00:00Z"), false)
          .build();
  private static final VideoTask TASK =
      VideoTask.builder("toapis", "task:1", new TaskState.Succeeded(VIDEO, List.of())).build();
  private static final JsonMapper MAPPER = JsonMapper.builder().findAndAddModules().build();

  /** What a program has in its own types. */
  record Row(TaskHandle handle, VideoTask task) {}

  @Test
  void aTaskIsTheCanonicalJsonAndIsReadBack() throws Exception {
    String json = MAPPER.writeValueAsString(TASK);

    assertThat(json).isEqualTo(CanonicalJson.line(TASK));
    assertThat(MAPPER.readValue(json, VideoTask.class)).isEqualTo(TASK);
  }

  private static VideoTask example(VideoTask task) throws Exception {
    // snippet:javadoc-jackson3
    JsonMapper mapper = JsonMapper.builder().addModule(new ReelayModule()).build();
    String json = mapper.writeValueAsString(task);
    VideoTask same = mapper.readValue(json, VideoTask.class);
    // end
    return same;
  }

  @Test
  void theExampleReadsTheSameTask() throws Exception {
    assertThat(example(TASK)).isEqualTo(TASK);
  }

  @Test
  void whatAWatcherReportsIsReadBackByItsInterface() throws Exception {
    QueryResult failed = new QueryResult.Failed(HANDLE, Failure.unreachable("no route"));
    Outcome outcome = new Outcome.Finished(TASK);
    TaskEvent event = new TaskEvent.Ended(outcome);
    DownloadOutcome saved =
        new DownloadOutcome.Saved(HANDLE, Path.of("a.mp4"), 7, "0".repeat(64), false);

    assertThat(MAPPER.writeValueAsString(failed)).isEqualTo(CanonicalJson.line(failed));
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(failed), QueryResult.class).kind())
        .isEqualTo(QueryResult.Kind.FAILED);
    assertThat(MAPPER.writeValueAsString(outcome)).isEqualTo(WatchJson.line(outcome));
    assertThat(MAPPER.readValue(WatchJson.line(outcome), Outcome.class)).isEqualTo(outcome);
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(event), TaskEvent.class))
        .isEqualTo(event);
    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(saved), DownloadOutcome.class))
        .isEqualTo(saved);
  }

  @Test
  void insideOtherTypesAndOtherFormsItIsTheSame() throws Exception {
    Row row = new Row(HANDLE, TASK);

    assertThat(MAPPER.readValue(MAPPER.writeValueAsString(row), Row.class)).isEqualTo(row);
    assertThat(MAPPER.convertValue(MAPPER.valueToTree(row), Row.class)).isEqualTo(row);
    assertThat(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(TASK))
        .contains("\n  \"provider\" : \"toapis\"");
  }

  @Test
  void aHandleIsItsTextAlsoAsAKey() throws Exception {
    Map<TaskHandle, Integer> counts = Map.of(HANDLE, 3);

    String json = MAPPER.writeValueAsString(counts);

    assertThat(json).isEqualTo("{\"toapis:task:1\":3}");
    assertThat(MAPPER.readValue(json, new TypeReference<Map<TaskHandle, Integer>>() {}))
        .isEqualTo(counts);
    assertThat(MAPPER.writeValueAsString(HANDLE)).isEqualTo("\"toapis:task:1\"");
  }

  @Test
  void whatIsNoTaskIsAMismatchThatShowsNoValue() {
    assertThatThrownBy(() -> MAPPER.readValue("{\"provider\":7,\"x\":\"secret\"}", VideoTask.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessageContaining("expected text at /status, found nothing")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> MAPPER.readValue("\"no handle\"", TaskHandle.class))
        .isInstanceOf(MismatchedInputException.class)
        .hasMessageContaining("expected a handle such as toapis:task_123, found 'no handle'");
    assertThatThrownBy(() -> MAPPER.readValue("[1]", Outcome.class))
        .isInstanceOf(MismatchedInputException.class);
  }
}
