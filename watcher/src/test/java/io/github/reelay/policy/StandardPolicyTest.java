package io.github.reelay.policy;

import static io.github.reelay.policy.SampleResults.again;
import static io.github.reelay.policy.SampleResults.decision;
import static io.github.reelay.policy.SampleResults.none;
import static io.github.reelay.policy.SampleResults.rateLimited;
import static io.github.reelay.policy.SampleResults.running;
import static io.github.reelay.policy.SampleResults.times;
import static io.github.reelay.policy.SampleResults.withoutVideo;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskState;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from responses, one table per rule; X26, X28, X29, T44, T48, T51. */
class StandardPolicyTest {
  private static final PollingRules TOAPIS = PollingRules.of(new ToapisDialect().profile());
  private static final PollingRules XINGCHAOYIQING =
      PollingRules.of(new XingchaoyiqingDialect().profile());
  private static final PollingRules CODEX22 = PollingRules.of(new Codex22Dialect().profile());

  private static Failure failure(QueryResult none) {
    return ((QueryResult.Failed) none).failure();
  }

  /** Each kind of failure, how many end the wait, and as what. */
  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST,1,Refuse",
    "UNAUTHORIZED,1,Refuse",
    "QUOTA_EXHAUSTED,1,Refuse",
    "FORBIDDEN,1,Refuse",
    "CONTENT_REJECTED,1,Refuse",
    "NOT_FOUND,3,Refuse",
    "PROVIDER_ERROR,5,Disconnect",
    "UNREADABLE_RESPONSE,5,Disconnect",
    "UNREACHABLE,5,Disconnect",
    "UNKNOWN,5,Disconnect"
  })
  void soManyInARowEndAWaitAndNotOneLess(FailureKind kind, int enough, String ending) {
    QueryResult response = none(kind);

    for (int count = 1; count < enough; count++) {
      assertThat(decision(TOAPIS, times(count, response))).isEqualTo(again(10));
    }
    PollDecision last = decision(TOAPIS, times(enough, response));
    assertThat(last)
        .isEqualTo(
            ending.equals("Refuse")
                ? new PollDecision.Refuse(failure(response))
                : new PollDecision.Disconnect(failure(response)));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GENERATION_FAILED", "VIDEO_MISSING"}) // only a task has them
  void everyKindOfFailureEndsAWaitAtLastButRateLimits(FailureKind kind) {
    PollDecision decision = decision(TOAPIS, times(1000, none(kind)));

    assertThat(decision instanceof PollDecision.PollAgain)
        .isEqualTo(kind == FailureKind.RATE_LIMITED);
  }

  static Stream<TaskState> goingOn() {
    return Stream.of(new TaskState.Queued(), new TaskState.Running(), new TaskState.Unknown());
  }

  @ParameterizedTest
  @MethodSource("goingOn")
  void keepsPollingAtTheIntervalWhileTheTaskHasNotEnded(TaskState state) {
    assertThat(decision(TOAPIS, SampleResults.task(state))).isEqualTo(again(10));
    assertThat(decision(XINGCHAOYIQING, SampleResults.task(state))).isEqualTo(again(30));
    assertThat(decision(CODEX22, SampleResults.task(state))).isEqualTo(again(10));
  }

  static Stream<QueryResult> ended() {
    return Stream.of(
        SampleResults.succeeded(),
        SampleResults.failed(FailureKind.GENERATION_FAILED),
        SampleResults.failed(FailureKind.CONTENT_REJECTED),
        SampleResults.task(new TaskState.Cancelled()),
        SampleResults.task(new TaskState.Expired()));
  }

  @ParameterizedTest
  @MethodSource("ended")
  void stopsAsSoonAsTheTaskHasEndedEvenPastTheTimeout(QueryResult last) {
    PollDecision finish = new PollDecision.Finish(last.taskOrThrow());

    assertThat(decision(TOAPIS, running(), last)).isEqualTo(finish);
    assertThat(decision(TOAPIS, Duration.ofDays(9), running(), last)).isEqualTo(finish);
  }

  @Test
  void queriesThreeTimesMoreForAVideoThatIsMissing() {
    for (int count = 1; count <= 3; count++) {
      assertThat(decision(TOAPIS, times(count, withoutVideo()))).isEqualTo(again(10));
    }
    assertThat(decision(TOAPIS, times(4, withoutVideo())))
        .isEqualTo(new PollDecision.Finish(withoutVideo().taskOrThrow()));
  }

  @Test
  void countsMissingVideosOverTheWholeWaitSoThatFlickeringEndsToo() {
    QueryResult[] responses = {
      withoutVideo(),
      running(),
      withoutVideo(),
      running(),
      withoutVideo(),
      running(),
      withoutVideo()
    };

    assertThat(decision(TOAPIS, responses)).isInstanceOf(PollDecision.Finish.class);
  }

  @Test
  void takesTheVideoThatAppearsLater() {
    assertThat(decision(TOAPIS, withoutVideo(), withoutVideo(), SampleResults.succeeded()))
        .isEqualTo(new PollDecision.Finish(SampleResults.succeeded().taskOrThrow()));
  }

  @ParameterizedTest
  @CsvSource({"NOT_FOUND,2", "PROVIDER_ERROR,4", "UNREACHABLE,4", "UNREADABLE_RESPONSE,4"})
  void aRateLimitBetweenOtherFailuresNeitherCountsNorResets(FailureKind kind, int survived) {
    QueryResult bad = none(kind);
    Stream<QueryResult> before = Stream.of(times(survived, bad));
    QueryResult[] responses =
        Stream.concat(
                before.flatMap(each -> Stream.of(each, rateLimited(), rateLimited())),
                Stream.of(bad))
            .toArray(QueryResult[]::new);

    assertThat(decision(TOAPIS, responses)).isNotInstanceOf(PollDecision.PollAgain.class);
  }

  @ParameterizedTest
  @CsvSource({"NOT_FOUND,2", "PROVIDER_ERROR,4", "UNREACHABLE,4", "UNREADABLE_RESPONSE,4"})
  void oneGoodResponseResetsTheCount(FailureKind kind, int survived) {
    QueryResult bad = none(kind);
    QueryResult[] responses =
        Stream.of(Stream.of(times(survived, bad)), Stream.of(running()), Stream.of(bad))
            .flatMap(each -> each)
            .toArray(QueryResult[]::new);

    assertThat(decision(TOAPIS, responses)).isEqualTo(again(10));
  }

  @Test
  void fiveBadResponsesOfDifferentKindsAreFive() {
    QueryResult[] responses = {
      none(FailureKind.PROVIDER_ERROR),
      none(FailureKind.UNREACHABLE),
      none(FailureKind.UNREADABLE_RESPONSE),
      none(FailureKind.UNKNOWN),
      none(FailureKind.UNREACHABLE)
    };

    assertThat(decision(TOAPIS, responses))
        .isEqualTo(new PollDecision.Disconnect(failure(responses[4])));
  }
}
