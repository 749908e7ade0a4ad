package io.github.reelay.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.task.TaskHandle;
import io.github.reelay.task.TaskState;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a wait can end, at every provider, and that it carries the handle. */
class OutcomesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final TaskHandle TASK = TaskHandle.parse("toapis:t-1");

  private final VirtualScheduler time = new VirtualScheduler(START);

  /**
   * One way to end.
   *
   * @param name what the provider does
   * @param response always that, given the provider's name
   * @param ending in words
   * @param queries how many were needed; 0 for many
   */
  record Way(
      String name, Function<String, SimulatedResponse> received, String ending, int queries) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Way saying(String word, String ending) {
    return new Way(
        word,
        provider ->
            SimulatedResponse.of(StatusBodies.unknown(provider, "t-1").replace("polishing", word)),
        ending,
        1);
  }

  private static Way responding(int status, String ending, int queries) {
    return new Way("HTTP " + status, provider -> SimulatedResponse.of(status), ending, queries);
  }

  private static Way text(int status, String body, String ending) {
    SimulatedResponse response =
        new SimulatedResponse(status, Map.of(), body, Duration.ofMillis(80));
    return new Way("'" + body + "'", provider -> response, ending, 5);
  }

  private static final List<Way> WAYS =
      List.of(
          new Way(
              "done",
              name -> SimulatedResponse.of(StatusBodies.completed(name, "t-1")),
              "finished succeeded",
              1),
          saying("failed", "finished failed generation-failed"),
          saying("cancelled", "finished cancelled"),
          saying("expired", "finished expired"),
          new Way(
              "no video",
              name -> SimulatedResponse.of(StatusBodies.completedWithoutVideo(name, "t-1")),
              "finished failed video-missing",
              4),
          new Way(
              "runs",
              name -> SimulatedResponse.of(StatusBodies.running(name, "t-1", 1)),
              "still running",
              0),
          saying("polishing", "still running"),
          new Way("late 429", name -> SimulatedResponse.rateLimited("86400"), "still running", 1),
          new Way(
              "absurd 429",
              name -> SimulatedResponse.rateLimited("9".repeat(18)),
              "still running",
              1),
          responding(400, "refused invalid-request", 1),
          responding(401, "refused unauthorized", 1),
          responding(402, "refused quota-exhausted", 1),
          responding(403, "refused forbidden", 1),
          responding(404, "refused not-found", 3),
          responding(422, "refused content-rejected", 1),
          responding(429, "still running", 0),
          responding(500, "unreachable provider-error", 5),
          responding(302, "unreachable unknown", 5),
          new Way("reset", name -> SimulatedResponse.broken(), "unreachable unreachable", 5),
          text(200, "", "unreachable unreadable-response"),
          text(200, "{\"id\":\"t-1\",\"sta", "unreachable unreadable-response"),
          text(200, "<html>welcome</html>", "unreachable unreadable-response"),
          text(502, "<html>bad gateway</html>", "unreachable provider-error"));

  static Stream<Arguments> ways() {
    return ScriptedProviders.names().stream()
        .flatMap(provider -> WAYS.stream().map(way -> Arguments.of(provider, way)));
  }

  private static String words(Outcome outcome) {
    if (outcome instanceof Outcome.Finished finished) {
      return "finished "
          + finished.task().status().jsonName()
          + (finished.task().state() instanceof TaskState.Failed failed
              ? " " + failed.failure().kind().jsonName()
              : "");
    }
    if (outcome instanceof Outcome.Refused refused) {
      return "refused " + refused.failure().kind().jsonName();
    }
    return outcome instanceof Outcome.Unreachable unreachable
        ? "unreachable " + unreachable.failure().kind().jsonName()
        : "still running";
  }

  private Outcome outcome(ScriptedProviders providers, TaskHandle task) {
    CompletableFuture<Outcome> outcome =
        Watcher.builder(providers.providers())
            .scheduler(time)
            .random(new LowestRandom())
            .executor(Runnable::run)
            .build()
            .watch(task);
    time.advance(Duration.ofHours(1));
    assertThat(outcome).isCompleted();
    return outcome.join();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void everyEndingCarriesTheHandle(String provider, Way way) {
    TaskHandle task = new TaskHandle(provider, "t-1");
    ScriptedProviders providers =
        new ScriptedProviders(time, query -> way.received().apply(provider));

    Outcome outcome = outcome(providers, task);

    assertThat(words(outcome)).isEqualTo(way.ending());
    assertThat(outcome.handle()).isEqualTo(task);
    if (!way.ending().equals("still running")) {
      assertThat(providers.queries).hasSize(way.queries());
    }
  }

  @Test
  void aMissingKeyIsRefusedBeforeAnyQuery() {
    ScriptedProviders providers = new ScriptedProviders(time, query -> SimulatedResponse.of(500));
    providers.key = null;

    Outcome outcome = outcome(providers, TASK);

    assertThat(words(outcome)).isEqualTo("refused unauthorized");
    assertThat(providers.queries).isEmpty();
    assertThat(((Outcome.Refused) outcome).failure().diagnosis())
        .startsWith("expected the API key of toapis in REELAY_TOAPIS_API_KEY");
  }

  @Test
  void anAbsurdRetryAfterIsCutToACenturySoThatItStaysADate() {
    Outcome outcome =
        outcome(
            new ScriptedProviders(time, query -> SimulatedResponse.rateLimited("9".repeat(18))),
            TASK);

    assertThat(((Outcome.Unfinished) outcome).nextQueryAt())
        .isEqualTo(START.plus(Duration.ofDays(36_500)).plusMillis(80));
  }

  @Test
  void aRetryAfterBeyondTheTimeoutSaysWhenToQueryAgain() {
    Outcome outcome =
        outcome(new ScriptedProviders(time, query -> SimulatedResponse.rateLimited("3600")), TASK);

    assertThat(((Outcome.Unfinished) outcome).nextQueryAt())
        .isEqualTo(START.plusMillis(80).plusSeconds(3600));
  }

  @Test
  void theVideoThatAppearsAtTheThirdQueryIsTaken() {
    ScriptedProviders providers =
        new ScriptedProviders(
            time,
            query ->
                SimulatedResponse.of(
                    query.number() < 3
                        ? StatusBodies.completedWithoutVideo("toapis", "t-1")
                        : StatusBodies.completed("toapis", "t-1")));

    assertThat(words(outcome(providers, TASK))).isEqualTo("finished succeeded");
    assertThat(providers.queries).hasSize(3);
  }

  @Test
  void aTaskThatIsFoundAtTheThirdQueryIsWaitedFor() {
    ScriptedProviders providers =
        new ScriptedProviders(
            time,
            query ->
                query.number() < 3
                    ? SimulatedResponse.of(404)
                    : SimulatedResponse.of(StatusBodies.completed("toapis", "t-1")));

    assertThat(words(outcome(providers, TASK))).isEqualTo("finished succeeded");
  }

  @ParameterizedTest
  @CsvSource({
    "401,'that the provider refuses, unauthorized (HTTP 401); another query can help: no'",
    "404,'that the provider refuses, not-found (HTTP 404); another query can help: no'",
    "500,'no readable response, provider-error (HTTP 500); another query can help: yes'",
    "0,'no readable response, unreachable; another query can help: yes'",
    "302,'no readable response, unknown (HTTP 302); another query can help: unknown'",
    "429,'it still running; wait again with the same handle'"
  })
  void anExceptionSaysWhatHappened(int status, String found) {
    Outcome outcome =
        outcome(new ScriptedProviders(time, query -> SimulatedResponse.of(status)), TASK);

    assertThatThrownBy(outcome::finishedOrThrow)
        .isInstanceOfSatisfying(
            UnfinishedException.class, thrown -> assertThat(thrown.outcome()).isSameAs(outcome))
        .hasMessage("toapis:t-1: expected the end of the task, found " + found);
  }

  @Test
  void theExceptionForARefusedKeyNamesNoStatus() {
    ScriptedProviders providers = new ScriptedProviders(time, query -> SimulatedResponse.of(500));
    providers.key = " ";

    assertThatThrownBy(outcome(providers, TASK)::finishedOrThrow)
        .hasMessage(
            "toapis:t-1: expected the end of the task, found that the provider refuses,"
                + " unauthorized; another query can help: no");
  }
}
