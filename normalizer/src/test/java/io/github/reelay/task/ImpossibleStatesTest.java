package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.rule.Expiry;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be is refused where it is built, not where it is used. */
class ImpossibleStatesTest {
  private static final URI URL = URI.create("https://v.example/1");
  private static final String NAME =
      "expected a provider name of lower-case letters, digits, dots, hyphens and underscores, found"
          + " '";

  @ParameterizedTest(name = "{0}")
  @MethodSource({"values", "names", "origins"})
  void refuses(String message, ThrowingCallable build) {
    assertThatIllegalArgumentException().isThrownBy(build::call).withMessage(message);
  }

  static Stream<Arguments> values() {
    return Stream.of(
        refusal("expected a duration above zero, found PT-3S", () -> lasting(-3)),
        refusal("expected a duration above zero, found PT0S", () -> lasting(0)),
        refusal("expected a width above zero, found -640", () -> sized(-640, 480)),
        refusal("expected a width above zero, found 0", () -> sized(0, null)),
        refusal("expected a height above zero, found -1", () -> sized(null, -1)),
        refusal(
            "expected an estimated expiry with its time, found none",
            () -> new Video(WebUrl.of(URL), null, null, null, null, null, null, null, true)),
        refusal(
            "expected an estimated expiry with its time, found none", () -> new Expiry(null, true)),
        refusal(
            "expected retryAfter of zero or more, found PT-9S",
            () -> limited(429, Duration.ofSeconds(-9))),
        refusal(
            "expected an absolute base URL of acme, found one without a scheme",
            () -> profile("acme", URI.create("/v1"))),
        refusal(
            "expected deniesTask only with not-found of origin relay, found rate-limited of origin"
                + " relay",
            () -> limited(429, null).denyingTask()),
        refusal("expected a progress from 0 to 100, found -1", () -> task("toapis", -1)),
        refusal("expected a progress from 0 to 100, found 101", () -> task("toapis", 101)));
  }

  static Stream<Arguments> names() {
    return Stream.of("TOAPIS", "", "-a", "to apis", "tö")
        .flatMap(
            name ->
                Stream.of(
                    refusal(NAME + name + "'", () -> task(name, null)),
                    refusal(NAME + name + "'", () -> failed(name)),
                    refusal(NAME + name + "'", () -> profile(name)),
                    refusal(
                        NAME + name + "'",
                        () -> Provider.builder(new ToapisDialect()).name(name))));
  }

  static Stream<Arguments> origins() {
    String ended = "expected a failed task with a failure of origin task, found origin ";
    String advice = "; use QueryResult.Failed for a query that failed";
    String query =
        "expected a query that failed by its response or without one, found a failure of origin"
            + " task; use QueryResult.Found with TaskState.Failed for a task that failed";
    return Stream.concat(
        Stream.of(FailureKind.UNREACHABLE, FailureKind.UNAUTHORIZED)
            .map(kind -> Failure.builder(kind, Origin.TRANSPORT).build())
            .map(none -> refusal(ended + "transport" + advice, () -> new TaskState.Failed(none))),
        Stream.concat(
            Stream.of(
                    FailureKind.NOT_FOUND, FailureKind.PROVIDER_ERROR, FailureKind.CONTENT_REJECTED)
                .map(kind -> failure(kind, Origin.RELAY))
                .map(none -> refusal(ended + "relay" + advice, () -> new TaskState.Failed(none))),
            Stream.of(
                    FailureKind.CONTENT_REJECTED,
                    FailureKind.GENERATION_FAILED,
                    FailureKind.VIDEO_MISSING)
                .map(kind -> failure(kind, Origin.TASK))
                .map(failed -> refusal(query, () -> unfound(failed)))));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTENT_REJECTED", "GENERATION_FAILED", "VIDEO_MISSING"})
  void takesEachFailureThatATaskCanHave(FailureKind kind) {
    Failure failure = failure(kind, Origin.TASK);

    assertThat(new TaskState.Failed(failure).failure()).isEqualTo(failure);
    assertThatIllegalArgumentException().isThrownBy(() -> unfound(failure));
  }

  /** A key that is missing is found before a request is sent. */
  @ParameterizedTest
  @EnumSource(names = {"UNREACHABLE", "UNAUTHORIZED"})
  void takesEachFailureOfAQueryWithoutAResponse(FailureKind kind) {
    Failure failure = Failure.builder(kind, Origin.TRANSPORT).build();

    assertThat(unfound(failure).failure()).isEqualTo(failure);
  }

  private static Failure failure(FailureKind kind, Origin origin) {
    return Failure.builder(kind, origin).httpStatus(200).build();
  }

  private static QueryResult.Failed unfound(Failure failure) {
    return new QueryResult.Failed("toapis", "t", failure, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"toapis", "22codex", "a", "0", "a.b_c-d", "toapis-eu"})
  void takesNames(String name) {
    assertThat(TaskHandle.isProviderName(name)).isTrue();
    assertThat(TaskHandle.checkProviderName(name)).isEqualTo(name);
  }

  private static Arguments refusal(String message, ThrowingCallable build) {
    return arguments(message, build);
  }

  private static void lasting(long seconds) {
    Video.at(URL).duration(Duration.ofSeconds(seconds)).build();
  }

  private static void sized(Integer width, Integer height) {
    Video.at(URL).size(width, height).build();
  }

  private static Failure limited(int status, Duration retryAfter) {
    return Failure.builder(FailureKind.RATE_LIMITED, Origin.RELAY)
        .httpStatus(status)
        .retryAfter(retryAfter)
        .build();
  }

  private static void task(String provider, Integer progress) {
    VideoTask.builder(provider, "t", new TaskState.Running()).progressPercent(progress).build();
  }

  private static void failed(String provider) {
    new QueryResult.Failed(provider, "t", Failure.unreachable("no response"), List.of());
  }

  private static void profile(String name) {
    profile(name, URL);
  }

  private static void profile(String name, URI baseUrl) {
    Duration second = Duration.ofSeconds(1);
    new ProviderProfile(
        name,
        baseUrl,
        "/{id}",
        URL,
        LocalDate.EPOCH,
        new PollingDefaults(second, second, second, null),
        Set.of(),
        second);
  }
}
