package io.github.reelay.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import io.github.reelay.task.VideoTaskBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  private static final URI URL = URI.create("https://v.example/1?sig=a%2Fb");

  private static QueryResult seen(VideoTaskBuilder task) {
    return new QueryResult.Found(task.build());
  }

  @DisplayName("All keys stand in the order of the schema")
  @Test
  void writesAllKeysInOrder() {
    Instant time = Instant.parse("2026-01-14T08:43:42Z");
    Video video =
        Video.at(URL)
            .thumbnailUrl(URI.create("https://t.example/"))
            .previewUrl(URI.create("https://p.example/"))
            .format("mp4")
            .duration(Duration.ofSeconds(10))
            .size(352, 640)
            .expiresAt(time, true)
            .build();
    VideoTaskBuilder task =
        VideoTask.builder(
                "toapis", "t1", new TaskState.Succeeded(video, List.of(Video.at(URL).build())))
            .reportedId("t2")
            .providerStatus("completed")
            .progressPercent(100)
            .model("m")
            .prompt("a \"quoted\" prompt\n")
            .createdAt(time)
            .updatedAt(time.plusMillis(5))
            .completedAt(time.plusNanos(1000))
            .findings(List.of(new Finding(Finding.Kind.ENVELOPED, "/data", "why")));

    assertThat(CanonicalJson.line(seen(task)))
        .isEqualTo(
            ("{'provider':'toapis','id':'t1','reportedId':'t2','status':'succeeded',"
                    + "'providerStatus':'completed','terminal':true,'progressPercent':100,"
                    + "'model':'m','prompt':'a \\'quoted\\' prompt\\n',"
                    + "'createdAt':'2026-01-14T08:43:42Z','updatedAt':'2026-01-14T08:43:42.005Z',"
                    + "'completedAt':'2026-01-14T08:43:42.000001Z',"
                    + "'video':{'url':'https://v.example/1?sig=a%2Fb',"
                    + "'thumbnailUrl':'https://t.example/','previewUrl':'https://p.example/',"
                    + "'format':'mp4','durationSeconds':10.0,'width':352,'height':640,"
                    + "'expiresAt':'2026-01-14T08:43:42Z','expiryEstimated':true},"
                    + "'moreVideos':[{'url':'https://v.example/1?sig=a%2Fb'}],"
                    + "'findings':[{'kind':'enveloped','pointer':'/data','detail':'why'}]}")
                .replace('\'', '"'));
  }

  @DisplayName("A failure's keys stand in the order of the schema; a diagnosis is none of them")
  @Test
  void writesFailuresInOrder() {
    Failure failure =
        Failure.builder(FailureKind.VIDEO_MISSING, Origin.TASK)
            .code("c")
            .message("m")
            .httpStatus(200)
            .requestId("r")
            .retryAfter(Duration.ofSeconds(30))
            .diagnosis("ours")
            .build();

    assertThat(
            CanonicalJson.line(seen(VideoTask.builder("p", null, new TaskState.Failed(failure)))))
        .isEqualTo(
            ("{'provider':'p','status':'failed','terminal':true,'failure':{"
                    + "'kind':'video-missing','origin':'task','code':'c','message':'m',"
                    + "'httpStatus':200,'requestId':'r','retry':'yes','retryAfterSeconds':30},"
                    + "'findings':[]}")
                .replace('\'', '"'));
  }

  @DisplayName("A response without task has provider, id, failure and findings only")
  @Test
  void writesNoTask() {
    Failure failure = Failure.unreachable("ours");

    assertThat(CanonicalJson.line(new QueryResult.Failed("p", "t1", failure, List.of())))
        .isEqualTo(
            ("{'provider':'p','id':'t1','failure':{'kind':'unreachable','origin':'transport',"
                    + "'retry':'yes'},'findings':[]}")
                .replace('\'', '"'));
    assertThat(CanonicalJson.line(new QueryResult.Failed("p", null, failure, List.of())))
        .startsWith("{\"provider\":\"p\",\"failure\":{");
  }

  @DisplayName("A length keeps its decimals, whatever it is")
  @ParameterizedTest
  @CsvSource({
    "PT4.35S, 4.35",
    "PT10.1S, 10.1",
    "PT0.000000001S, 1.0E-9",
    "PT27777777777H46M40S, 1.0E14"
  })
  void writesLengths(Duration length, String seconds) {
    Video video = Video.at(URL).duration(length).build();

    assertThat(
            CanonicalJson.line(
                seen(VideoTask.builder("p", "t", new TaskState.Succeeded(video, List.of())))))
        .contains("\"durationSeconds\":" + seconds + "}");
  }

  @DisplayName("Over several lines it is the same, indented by two blanks")
  @Test
  void writesPretty() {
    String pretty = CanonicalJson.pretty(seen(VideoTask.builder("p", "t", new TaskState.Queued())));

    assertThat(pretty)
        .isEqualTo(
            """
            {
              "provider" : "p",
              "id" : "t",
              "status" : "queued",
              "terminal" : false,
              "findings" : [ ]
            }\
            """);
  }
}
