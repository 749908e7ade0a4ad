package io.github.reelay.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleRendererTest {
  private static final String START = "2026-11-21T10:00:00.123456Z";
  private static final long SECOND = Instant.parse(START).getEpochSecond();

  private final SettableClock clock = SettableClock.at(Instant.parse(START));
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void secondsStaySeconds() {
    String body = after("toapis", "ok-1", Duration.ofSeconds(60));

    assertThat(Json.at(body, "created_at")).isEqualTo((int) SECOND);
    assertThat(Json.at(body, "completed_at")).isEqualTo((int) SECOND + 3);
    assertThat(Json.at(body, "expires_at")).isEqualTo((int) SECOND + 3 + 86_400);
    assertThat(Json.at(after("xingchaoyiqing", "ok-1", Duration.ZERO), "created"))
        .isEqualTo((int) SECOND + 60);
  }

  @Test
  void millisecondsTextAndFractionsStayWhatTheyAre() {
    String running = after("22codex", "sora-2:ok-1", Duration.ofSeconds(2));
    String completed = after("22codex", "sora-2:ok-1", Duration.ofSeconds(2));

    assertThat(Json.at(running, "status_update_time")).isEqualTo(SECOND * 1000 + 1123);
    assertThat(Json.at(running, "detail/pending_info/created_at")).isEqualTo(START);
    assertThat(Json.at(completed, "status_update_time")).isEqualTo(SECOND * 1000 + 3123);
    assertThat(completed).contains("\"created_at\":" + (SECOND + 3) + ".123456,");
  }

  @Test
  void theFlatShapeIsTheTasksOwn() {
    String body = client.query("22codex", "sora-2:example-flat-completed").body();

    assertThat(Json.at(body, "id")).isEqualTo("sora-2:example-flat-completed");
    assertThat(Json.at(body, "created_at")).isEqualTo((int) SECOND);
    assertThat(Json.at(body, "video_url"))
        .asString()
        .startsWith(sandbox.baseUrl("22codex").resolve("/files/22codex/").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, ok/1 ä+%, id, ok/1 ä+%",
    "xingchaoyiqing, ok-1, id, ok-1",
    "22codex, sora-2:ok-1, id, sora-2:ok-1",
    "22codex, sora-2:ok-1, detail/id, ok-1",
    "22codex, sora-2:ok-1, detail/pending_info/id, ok-1",
    "22codex, sora-2:ok-1, detail/pending_info/moderation_result/task_id, ok-1",
    "22codex, ok-1, detail/id, ok-1",
    "fourth, ok-1, parts/0/id, ok-1",
  })
  void theIdIsTheOneThatWasQueried(String provider, String id, String path, String reported) {
    String body = after(provider, id, Duration.ofSeconds(1));

    assertThat(Json.at(body, path)).isEqualTo(reported);
  }

  @Test
  void progressGrowsWhileATaskRuns() {
    client.query("toapis", "ok-1");
    client.query("22codex", "sora-2:ok-1");
    List<@Nullable Object> percents =
        Stream.of(1000, 500, 1499)
            .map(step -> Json.at(after("toapis", "ok-1", Duration.ofMillis(step)), "progress"))
            .toList();
    String codex = client.query("22codex", "sora-2:never-1").body();
    clock.advance(Duration.ofHours(9));

    assertThat(percents).containsExactly(1, 25, 99);
    assertThat(Json.at(codex, "detail/pending_info")).isNull();
    assertThat(
            Json.at(
                client.query("22codex", "sora-2:never-1").body(),
                "detail/pending_info/progress_pct"))
        .isEqualTo(0.99);
  }

  @Test
  void everyPlaceOfTheVideoHasItsAddressAndNoOther() {
    String body = after("22codex", "sora-2:ok-1", Duration.ofSeconds(3));
    Object video = Json.at(body, "video_url");

    assertThat(video).asString().matches("http://127\\.0\\.0\\.1:\\d+/files/22codex/.+/1\\.mp4.+");
    assertThat(Json.at(body, "detail/url")).isEqualTo(video);
    assertThat(Json.at(body, "detail/draft_info/url")).isEqualTo(video);
    assertThat(Json.at(body, "detail/draft_info/downloadable_url")).isEqualTo(video);
    assertThat(Json.at(body, "detail/draft_info/encodings/source/path")).isEqualTo(video);
    assertThat(Json.at(body, "detail/draft_info/encodings/source_wm/path")).isEqualTo(video);
    assertThat(Json.at(body, "detail/draft_info/encodings/md/path"))
        .as("the document calls it no video, so it stays where the example has it")
        .isEqualTo("https://example.com/?sample-video-md=1");
  }

  @Test
  void picturesStayWhereTheExampleHasThem() {
    String body = after("22codex", "sora-2:ok-1", Duration.ofSeconds(3));

    assertThat(Json.at(body, "thumbnail_url"))
        .isEqualTo("https://example.com/?sample-video-thumbnail=1");
    assertThat(Json.at(body, "detail/input/images/1"))
        .isEqualTo("https://example.com/?sample-input-image=2");
  }

  @Test
  void theResponseToACompletedTaskNeverChanges() {
    String first = after("toapis", "ok-1", Duration.ofSeconds(5));
    String later = after("toapis", "ok-1", Duration.ofHours(5));

    assertThat(later).isEqualTo(first);
  }

  @Test
  void aTaskThatIsCompletedImmediatelyDidNotEndInTheFuture() {
    assertThat(Json.at(client.query("toapis", "novideo-1").body(), "completed_at"))
        .isEqualTo((int) SECOND);
  }

  @Test
  void aFourthProvidersSpecificationIsEnough() {
    assertThat(Json.at(after("fourth", "ok-1", Duration.ZERO), "createdAt"))
        .isEqualTo(SECOND * 1000 + 123);
    assertThat(after("fourth", "ok-1", Duration.ofSeconds(2)))
        .isEqualTo(
            "{\"id\":\"ok-1\",\"state\":\"no\",\"progress\":50.0,\"made\":\"%s\","
                    .formatted("2026-11-21T10:00:01.123456Z")
                + "\"parts\":[{\"id\":\"ok-1\",\"seenAt\":%s123.456}]}".formatted(SECOND + 1));
    assertThat(after("fourth", "ok-1", Duration.ofSeconds(2)))
        .contains("\"state\":\"done\",\"link\":\"http://127.0.0.1:")
        .contains("\"cover_image\":\"https://example.com/a.png\"")
        .endsWith("\"expiresAt\":\"2026-11-22T10:00:03.123456Z\"}");
  }

  @Test
  void whatTheFourthProviderLacksIsReplacedAsWellAsItCanBe() {
    assertThat(Json.at(client.query("fourth", "novideo-1").body(), "state")).isEqualTo("done");
    assertThat(Json.at(after("fourth", "rejected-1", Duration.ofSeconds(3)), "state"))
        .isEqualTo("failed");
    assertThat(client.query("fourth", "missing-1").statusCode()).isEqualTo(404);
    assertThat(client.query("fourth", "error-503-1").body()).isEqualTo("<p>away</p>");
    assertThat(client.query("fourth", "error-503-1").headers().firstValue("retry-after"))
        .hasValue("7");
    assertThat(SandboxClient.get(client.address("fourth", "ok-1")).statusCode()).isEqualTo(401);
  }

  @Test
  void aTimeInDigitsAsTextStaysOne() {
    Instant at = Instant.parse(START);

    assertThat(TimeForm.like("1764140400", at)).isEqualTo(String.valueOf(SECOND));
    assertThat(TimeForm.like("1764140400123", at)).isEqualTo(SECOND + "123");
    assertThat(TimeForm.like("", at)).isEqualTo("");
  }

  @Test
  void longNumbersAreWrittenAsTheyStand() {
    BigInteger big = new BigInteger("123456789012345678901234567890");

    assertThat(new String(JsonText.of(List.of(big, 1e20, 0.1, -0.0)), US_ASCII))
        .isEqualTo("[123456789012345678901234567890,100000000000000000000,0.1,0.0]");
  }

  private String after(String provider, String id, Duration step) {
    if (sandbox.queries(provider, id) == 0) {
      client.query(provider, id);
    }
    clock.advance(step);
    return client.query(provider, id).body();
  }
}
