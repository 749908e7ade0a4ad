package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
  private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00Z"));
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final SandboxClient client = new SandboxClient(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, ok-1, queued, in_progress, completed",
    "toapis, task_01K9S4, queued, in_progress, completed",
    "toapis, fails-1, queued, in_progress, failed",
    "toapis, cancelled-1, queued, in_progress, completed",
    "toapis, never-1, queued, in_progress, in_progress",
    "toapis, error-teapot, queued, in_progress, completed",
    "toapis, example-none, queued, in_progress, completed",
    "xingchaoyiqing, ok, queued, processing, completed",
    "xingchaoyiqing, fails-1, queued, processing, failed",
    "xingchaoyiqing, cancelled-1, queued, processing, cancelled",
    "xingchaoyiqing, never-1, queued, processing, processing",
    "22codex, sora-2:ok-1, pending, pending, completed",
    "22codex, ok-1, pending, pending, completed",
    "22codex, sora-2:fails-1, pending, pending, failed",
    "22codex, sora-2:never-1, pending, pending, pending",
  })
  void theIdSelectsTheScenario(
      String provider, String id, String queued, String running, String ended) {
    List<Object> seen = new ArrayList<>();

    for (Duration step : List.of(millis(0), millis(999), millis(1), millis(1999), millis(1))) {
      clock.advance(step);
      seen.add(Json.at(client.query(provider, id).body(), "status"));
    }

    assertThat(seen).containsExactly(queued, queued, running, running, ended);
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, error/message, content policy",
    "xingchaoyiqing, error, prohibited content",
    "22codex, detail/pending_info/moderation_result/type, rejected",
  })
  void aRejectedTaskNamesItsContent(String provider, String path, String words) {
    String body = atTheEnd(provider, "rejected-1").body();

    assertThat(Json.at(body, "status")).isEqualTo("failed");
    assertThat(Json.at(body, path)).asString().contains(words);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.sandbox.SandboxClient#providers")
  void aMissingTaskStaysMissing(String provider) {
    int documented = client.query(provider, "error-not-found-1").statusCode();
    int refusal = documented == 200 ? 404 : documented; // 200 where no example has the name

    assertThat(statuses(provider, "sora-2:missing-1", 3))
        .containsExactly(refusal, refusal, refusal);
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.sandbox.SandboxClient#providers")
  void aLimitedTaskIsRefusedTwiceBeforeEachRealResponse(String provider) {
    List<String> seen = new ArrayList<>();

    for (int query = 0; query < 6; query++) {
      HttpResponse<String> response = client.query(provider, "limited-1");
      seen.add(
          response.statusCode()
              + " "
              + response.headers().firstValue("Retry-After").orElse("none"));
    }

    assertThat(seen).containsExactly("429 1", "429 1", "200 none", "429 1", "429 1", "200 none");
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.sandbox.SandboxClient#providers")
  void aBrokenTaskRespondsToEveryOtherQueryWithAPage(String provider) {
    HttpResponse<String> first = client.query(provider, "broken-1");

    assertThat(first.statusCode()).isEqualTo(502);
    assertThat(first.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(first.body()).startsWith("<html>");
    assertThat(statuses(provider, "broken-1", 3)).containsExactly(200, 502, 200);
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, result/data/0/url",
    "xingchaoyiqing, video_url",
    "22codex, video_url",
  })
  void theVideoAppearsAtTheThirdQuery(String provider, String path) {
    List<Object> statuses = new ArrayList<>();
    List<Boolean> videos = new ArrayList<>();

    for (int query = 0; query < 4; query++) {
      String body = client.query(provider, "novideo-1").body();
      statuses.add(Json.at(body, "status"));
      videos.add(body.contains("/files/" + provider + "/novideo-1/1.mp4?") && !isNull(body, path));
    }

    assertThat(statuses).containsOnly("completed");
    assertThat(videos).containsExactly(false, false, true, true);
  }

  @Test
  void aTaskBeginsAtItsFirstQueryAndAnotherOneByItself() {
    client.query("toapis", "ok-1");
    clock.advance(Duration.ofSeconds(2));

    assertThat(Json.at(client.query("toapis", "ok-1").body(), "status")).isEqualTo("in_progress");
    assertThat(Json.at(client.query("toapis", "ok-2").body(), "status")).isEqualTo("queued");
    assertThat(Json.at(client.query("xingchaoyiqing", "ok-1").body(), "status"))
        .isEqualTo("queued");
  }

  @Test
  void aFaultyResponseBeginsTheTaskToo() {
    client.query("toapis", "broken-1");
    clock.advance(Duration.ofSeconds(3));

    assertThat(Json.at(client.query("toapis", "broken-1").body(), "status")).isEqualTo("completed");
  }

  private HttpResponse<String> atTheEnd(String provider, String id) {
    client.query(provider, id);
    clock.advance(Duration.ofSeconds(3));
    return client.query(provider, id);
  }

  private List<Integer> statuses(String provider, String id, int queries) {
    List<Integer> statuses = new ArrayList<>();
    for (int query = 0; query < queries; query++) {
      statuses.add(client.query(provider, id).statusCode());
    }
    return statuses;
  }

  private static boolean isNull(String body, String path) {
    return Json.at(body, path) == null;
  }

  private static Duration millis(long count) {
    return Duration.ofMillis(count);
  }
}
