package io.github.reelay.watch;

import static io.github.reelay.watch.WatcherFixture.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers in the wild do over time, and what comes of it under the real policies. */
class ProviderBehaviourTest {
  private static final SimulatedResponse RUNNING =
      SimulatedResponse.of(StatusBodies.running("toapis", "t-1", 30));
  private static final SimulatedResponse DONE =
      SimulatedResponse.of(StatusBodies.completed("toapis", "t-1"));

  private static WatcherFixture fixture(
      Function<ScriptedProviders.Query, SimulatedResponse> script) {
    return new WatcherFixture(script);
  }

  /** Running, then that reply to some queries, then done. */
  private static WatcherFixture blip(SimulatedResponse response, int from, int to) {
    return fixture(
        query ->
            query.number() < from
                ? RUNNING
                : query.number() <= to ? response : query.number() < to + 3 ? RUNNING : DONE);
  }

  private static void endsWell(WatcherFixture fixture) {
    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(10));
    assertThat(fixture.heard(TASK)).last().isEqualTo("Ended Finished");
    assertThat(fixture.heard(TASK)).noneMatch(event -> event.startsWith("Suspended"));
    assertThat(fixture.store.handles()).isEmpty();
  }

  /** wrong-path, and other responses of a host that is not the provider's. */
  @ParameterizedTest
  @ValueSource(strings = {"404 json", "404 page", "410", "405", "redirect"})
  void aWrongPathForgetsNothing(String kind) {
    SimulatedResponse response =
        switch (kind) {
          case "404 json" -> SimulatedResponse.wrongPath();
          case "404 page" ->
              new SimulatedResponse(404, Map.of(), "<html>nginx</html>", Duration.ZERO);
          case "410" -> SimulatedResponse.of(410);
          case "405" -> SimulatedResponse.of(405);
          default -> SimulatedResponse.of(301);
        };
    WatcherFixture fixture = fixture(query -> response);
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);
    fixture.watcher.addAll(WatcherFixture.tasks("toapis", 3));

    fixture.advance(Duration.ofMinutes(1));

    assertThat(outcome).isCompleted();
    assertThat(outcome.join())
        .isInstanceOf(kind.equals("redirect") ? Outcome.Unreachable.class : Outcome.Refused.class);
    assertThat(outcome.join().isFinal()).isFalse();
    fixture.advance(Duration.ofDays(6));
    assertThat(fixture.store.handles()).hasSize(3);
  }

  /** young-404: three denials within 30 s of the submission; and two more like it. */
  @ParameterizedTest
  @MethodSource("denials")
  void aYoungTaskThatIsDeniedAtFirstIsFollowedToItsEnd(String provider, int denials) {
    WatcherFixture fixture =
        fixture(
            query ->
                query.number() <= denials
                    ? SimulatedResponse.denial(provider)
                    : query.number() < denials + 3
                        ? SimulatedResponse.of(StatusBodies.running(provider, "t-1", 30))
                        : SimulatedResponse.of(StatusBodies.completed(provider, "t-1")));
    var task = WatcherFixture.tasks(provider, 1).get(0);

    fixture.watcher.add(task, fixture.time.clock().instant());
    fixture.advance(Duration.ofMinutes(10));

    assertThat(fixture.heard(task)).last().isEqualTo("Ended Finished");
    assertThat(fixture.heard(task)).doesNotContain("Suspended Refused");
  }

  static Stream<Arguments> denials() {
    return ScriptedProviders.names().stream()
        .flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 3)));
  }

  @Test
  void aYoungTaskIsFollowedThroughAsManyDenialsAsComeInItsGracePeriod() {
    aYoungTaskThatIsDeniedAtFirstIsFollowedToItsEnd("22codex", 10);
  }

  /** gone, at each provider. */
  @ParameterizedTest
  @MethodSource("io.github.reelay.watch.ScriptedProviders#names")
  void aTaskThatIsGoneIsForgottenOnlyAfterTheGracePeriod(String provider) {
    WatcherFixture fixture =
        fixture(query -> SimulatedResponse.denial(provider).after(Duration.ZERO));
    var task = WatcherFixture.tasks(provider, 1).get(0);
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(task);

    fixture.advance(Duration.ofSeconds(119));
    assertThat(outcome).isNotDone();
    assertThat(fixture.store.handles()).containsExactly(task);
    fixture.advance(Duration.ofSeconds(1));

    assertThat(outcome.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.join().isFinal()).isTrue();
    assertThat(fixture.heard(task)).last().isEqualTo("Ended Refused");
    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void anOldTaskThatWasNeverShownIsForgottenAfterThreeDenials() {
    WatcherFixture fixture =
        fixture(query -> SimulatedResponse.denial("toapis").after(Duration.ZERO));

    fixture.watcher.add(TASK, fixture.time.clock().instant().minus(Duration.ofMinutes(5)));
    fixture.advance(Duration.ofSeconds(20));

    assertThat(fixture.providers.queries).hasSize(3);
    assertThat(fixture.store.handles()).isEmpty();
  }

  @Test
  void aTaskThatWasShownIsNotForgottenForDenials() {
    WatcherFixture fixture =
        fixture(query -> query.number() == 1 ? RUNNING : SimulatedResponse.denial("toapis"));
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);

    fixture.advance(Duration.ofMinutes(9));
    assertThat(outcome.join()).isInstanceOf(Outcome.Unreachable.class);
    fixture.advance(Duration.ofHours(23));

    assertThat(fixture.store.handles()).containsExactly(TASK);
    assertThat(fixture.heard(TASK)).endsWith("not-found", "Suspended Unreachable");
  }

  /** blip-403, and challenges before the task was shown. */
  @ParameterizedTest
  @CsvSource({"2,2", "1,1", "1,4", "2,5"})
  void theChallengeOfAGatewayEndsNothing(int from, int to) {
    endsWell(blip(SimulatedResponse.challenge(), from, to));
  }

  /** blip-400, and other 4xx in the middle. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 405, 409, 410, 418, 422, 451, 429})
  void oneRefusalInTheMiddleEndsNothing(int status) {
    endsWell(
        blip(SimulatedResponse.of(status, "{\"error\":{\"message\":\"upstream error\"}}"), 2, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {777, 12345, -1})
  void anUnknownNumberInA200EnvelopeInTheMiddleEndsNothing(int number) {
    endsWell(
        blip(
            SimulatedResponse.of("{\"code\":" + number + ",\"message\":\"busy\",\"data\":null}"),
            2,
            3));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402})
  void aRefusedKeyInTheMiddleEndsTheWait(int status) {
    WatcherFixture fixture = blip(SimulatedResponse.of(status), 2, 2);
    CompletableFuture<Outcome> outcome = fixture.watcher.watch(TASK);

    fixture.advance(Duration.ofSeconds(11));

    assertThat(outcome.join()).isInstanceOf(Outcome.Refused.class);
    assertThat(fixture.store.handles()).containsExactly(TASK);
  }

  /** restart: 503 with Retry-After 1 for four minutes; also without a connection, and as pages. */
  @ParameterizedTest
  @CsvSource({"503", "0", "502", "200"})
  void fourMinutesWithoutAProviderEndNothingAndQueriesBackOff(int status) {
    SimulatedResponse down =
        status == 503
            ? new SimulatedResponse(
                503, Map.of("Retry-After", java.util.List.of("1")), "", Duration.ZERO)
            : SimulatedResponse.of(status, "<html>").after(Duration.ZERO);
    WatcherFixture fixture =
        fixture(
            query ->
                query.at().compareTo(Duration.ofSeconds(20)) < 0
                    ? RUNNING.after(Duration.ZERO)
                    : query.at().compareTo(Duration.ofSeconds(260)) < 0
                        ? down
                        : DONE.after(Duration.ZERO));

    endsWell(fixture);

    assertThat(fixture.providers.times(TASK))
        .extracting(Duration::toSeconds)
        .containsExactly(0L, 10L, 20L, 30L, 50L, 90L, 170L, 290L);
  }

  /** back-and-forth, each change reported. */
  @Test
  void backAndForthIsReportedAndFollowed() {
    SimulatedResponse queued = SimulatedResponse.of(StatusBodies.queued("toapis", "t-1"));
    WatcherFixture fixture =
        fixture(query -> query.number() > 4 ? DONE : query.number() % 2 == 1 ? RUNNING : queued);

    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(2));

    assertThat(fixture.heard(TASK))
        .containsExactly("running", "queued", "running", "queued", "succeeded", "Ended Finished");
  }

  @Test
  void aVideoThatIsMissingThenRunsAgainIsFollowed() {
    SimulatedResponse empty =
        SimulatedResponse.of(StatusBodies.completedWithoutVideo("toapis", "t-1"));
    WatcherFixture fixture =
        fixture(query -> query.number() > 3 ? DONE : query.number() % 2 == 1 ? empty : RUNNING);

    fixture.watcher.add(TASK);
    fixture.advance(Duration.ofMinutes(2));

    assertThat(fixture.heard(TASK))
        .containsExactly("failed", "running", "failed", "succeeded", "Ended Finished");
  }
}
