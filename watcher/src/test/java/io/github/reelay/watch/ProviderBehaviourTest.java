package io.github.reelay.watch;

import static io.github.reelay.watch.Bench.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers in the wild do over time, and what comes of it under the real policies. */
class ProviderBehaviourTest {
  private static final Reply RUNNING = Reply.of(Body.running("toapis", "t-1", 30));
  private static final Reply DONE = Reply.of(Body.completed("toapis", "t-1"));

  private static Bench bench(Function<Relays.Query, Reply> script) {
    return new Bench(script);
  }

  /** Running, then that reply to some queries, then done. */
  private static Bench blip(Reply reply, int from, int to) {
    return bench(
        query ->
            query.number() < from
                ? RUNNING
                : query.number() <= to ? reply : query.number() < to + 3 ? RUNNING : DONE);
  }

  private static void endsWell(Bench bench) {
    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(10));
    assertThat(bench.heard(TASK)).last().isEqualTo("Ended Finished");
    assertThat(bench.heard(TASK)).noneMatch(event -> event.startsWith("Suspended"));
    assertThat(bench.store.handles()).isEmpty();
  }

  /** wrong-path, and other answers of a host that is not the provider's. */
  @ParameterizedTest
  @ValueSource(strings = {"404 json", "404 page", "410", "405", "redirect"})
  void aWrongPathForgetsNothing(String kind) {
    Reply reply =
        switch (kind) {
          case "404 json" -> Reply.wrongPath();
          case "404 page" -> new Reply(404, Map.of(), "<html>nginx</html>", Duration.ZERO);
          case "410" -> Reply.of(410);
          case "405" -> Reply.of(405);
          default -> Reply.of(301);
        };
    Bench bench = bench(query -> reply);
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(TASK);
    bench.watcher.addAll(Bench.tasks("toapis", 3));

    bench.advance(Duration.ofMinutes(1));

    assertThat(outcome).isCompleted();
    assertThat(outcome.join())
        .isInstanceOf(kind.equals("redirect") ? Outcome.Unreachable.class : Outcome.Refused.class);
    assertThat(outcome.join().isFinal()).isFalse();
    bench.advance(Duration.ofDays(6));
    assertThat(bench.store.handles()).hasSize(3);
  }

  /** young-404: three denials within 30 s of the submission; and two more like it. */
  @ParameterizedTest
  @CsvSource({"toapis,3", "xingchaoyiqing,3", "22codex,10"})
  void aYoungTaskThatIsDeniedAtFirstIsFollowedToItsEnd(String provider, int denials) {
    Bench bench =
        bench(
            query ->
                query.number() <= denials
                    ? Reply.denial(provider)
                    : query.number() < denials + 3
                        ? Reply.of(Body.running(provider, "t-1", 30))
                        : Reply.of(Body.completed(provider, "t-1")));
    var task = Bench.tasks(provider, 1).get(0);

    bench.watcher.add(task, bench.time.clock().instant());
    bench.advance(Duration.ofMinutes(10));

    assertThat(bench.heard(task)).last().isEqualTo("Ended Finished");
    assertThat(bench.heard(task)).doesNotContain("Suspended Refused");
  }

  /** gone, at each provider. */
  @ParameterizedTest
  @ValueSource(strings = {"toapis", "xingchaoyiqing", "22codex"})
  void aTaskThatIsGoneIsForgottenOnlyAfterTheGracePeriod(String provider) {
    Bench bench = bench(query -> Reply.denial(provider).after(Duration.ZERO));
    var task = Bench.tasks(provider, 1).get(0);
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(task);

    bench.advance(Duration.ofSeconds(119));
    assertThat(outcome).isNotDone();
    assertThat(bench.store.handles()).containsExactly(task);
    bench.advance(Duration.ofSeconds(1));

    assertThat(outcome.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.join().isFinal()).isTrue();
    assertThat(bench.heard(task)).last().isEqualTo("Ended Refused");
    assertThat(bench.store.handles()).isEmpty();
  }

  @Test
  void anOldTaskThatWasNeverShownIsForgottenAfterThreeDenials() {
    Bench bench = bench(query -> Reply.denial("toapis").after(Duration.ZERO));

    bench.watcher.add(TASK, bench.time.clock().instant().minus(Duration.ofMinutes(5)));
    bench.advance(Duration.ofSeconds(20));

    assertThat(bench.relays.queries).hasSize(3);
    assertThat(bench.store.handles()).isEmpty();
  }

  @Test
  void aTaskThatWasShownIsNotForgottenForDenials() {
    Bench bench = bench(query -> query.number() == 1 ? RUNNING : Reply.denial("toapis"));
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(TASK);

    bench.advance(Duration.ofMinutes(9));
    assertThat(outcome.join()).isInstanceOf(Outcome.Unreachable.class);
    bench.advance(Duration.ofHours(23));

    assertThat(bench.store.handles()).containsExactly(TASK);
    assertThat(bench.heard(TASK)).endsWith("not-found", "Suspended Unreachable");
  }

  /** blip-403, and challenges before the task was shown. */
  @ParameterizedTest
  @CsvSource({"2,2", "1,1", "1,4", "2,5"})
  void theChallengeOfAGatewayEndsNothing(int from, int to) {
    endsWell(blip(Reply.challenge(), from, to));
  }

  /** blip-400, and other 4xx in the middle. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 409, 410, 418, 422, 451, 429})
  void oneRefusalInTheMiddleEndsNothing(int status) {
    endsWell(blip(Reply.of(status, "{\"error\":{\"message\":\"upstream error\"}}"), 2, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {777, 12345, -1})
  void anUnknownNumberInA200EnvelopeInTheMiddleEndsNothing(int number) {
    endsWell(blip(Reply.of("{\"code\":" + number + ",\"message\":\"busy\",\"data\":null}"), 2, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402})
  void aRefusedKeyInTheMiddleEndsTheWait(int status) {
    Bench bench = blip(Reply.of(status), 2, 2);
    CompletableFuture<Outcome> outcome = bench.watcher.outcome(TASK);

    bench.advance(Duration.ofSeconds(11));

    assertThat(outcome.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(bench.store.handles()).containsExactly(TASK);
  }

  /** restart: 503 with Retry-After 1 for four minutes; also without a connection, and as pages. */
  @ParameterizedTest
  @CsvSource({"503", "0", "502", "200"})
  void fourMinutesWithoutAProviderEndNothingAndQueriesBackOff(int status) {
    Reply down =
        status == 503
            ? new Reply(503, Map.of("Retry-After", java.util.List.of("1")), "", Duration.ZERO)
            : Reply.of(status, "<html>").after(Duration.ZERO);
    Bench bench =
        bench(
            query ->
                query.at().compareTo(Duration.ofSeconds(20)) < 0
                    ? RUNNING.after(Duration.ZERO)
                    : query.at().compareTo(Duration.ofSeconds(260)) < 0
                        ? down
                        : DONE.after(Duration.ZERO));

    endsWell(bench);

    assertThat(bench.relays.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 50L, 90L, 170L, 290L);
  }

  /** back-and-forth, each change told. */
  @Test
  void backAndForthIsToldAndFollowed() {
    Reply queued = Reply.of(Body.queued("toapis", "t-1"));
    Bench bench =
        bench(query -> query.number() > 4 ? DONE : query.number() % 2 == 1 ? RUNNING : queued);

    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(2));

    assertThat(bench.heard(TASK))
        .containsExactly("running", "queued", "running", "queued", "succeeded", "Ended Finished");
  }

  @Test
  void aVideoThatIsMissingThenRunsAgainIsFollowed() {
    Reply empty = Reply.of(Body.completedWithoutVideo("toapis", "t-1"));
    Bench bench =
        bench(query -> query.number() > 3 ? DONE : query.number() % 2 == 1 ? empty : RUNNING);

    bench.watcher.add(TASK);
    bench.advance(Duration.ofMinutes(2));

    assertThat(bench.heard(TASK))
        .containsExactly("failed", "running", "failed", "succeeded", "Ended Finished");
  }
}
