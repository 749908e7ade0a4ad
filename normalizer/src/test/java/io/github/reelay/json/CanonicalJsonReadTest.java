package io.github.reelay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.failure.Origin;
import io.github.reelay.failure.Retry;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.Video;
import io.github.reelay.task.VideoTask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonReadTest {
  private static final int ROUNDS = 2_000;
  private final Random random = new Random(20_261_126);

  @Test
  void readsBackEveryTaskAndFailureThatCanBeBuilt() {
    for (int i = 0; i < ROUNDS; i++) {
      VideoTask task = task();
      QueryResult failed =
          new QueryResult.Failed(
              "22codex", any(this::text), failure(Origin.RELAY, Origin.TRANSPORT), findings());

      assertThat(CanonicalJson.read(CanonicalJson.line(task)))
          .isEqualTo(new QueryResult.Found(task));
      assertThat(CanonicalJson.readTask(CanonicalJson.pretty(task))).isEqualTo(task);
      assertThat(CanonicalJson.read(CanonicalJson.pretty(failed))).isEqualTo(failed);
      assertThat(CanonicalJson.line(CanonicalJson.read(CanonicalJson.line(failed))))
          .isEqualTo(CanonicalJson.line(failed));
    }
  }

  private VideoTask task() {
    return VideoTask.builder("toapis", any(this::text), state())
        .reportedId(any(this::text))
        .providerStatus(any(this::text))
        .progressPercent(any(() -> random.nextInt(101)))
        .model(any(this::text))
        .prompt(any(this::text))
        .createdAt(any(this::time))
        .updatedAt(any(this::time))
        .completedAt(any(this::time))
        .findings(findings())
        .build();
  }

  private TaskState state() {
    return switch (one(TaskStatus.values())) {
      case QUEUED -> new TaskState.Queued();
      case RUNNING -> new TaskState.Running();
      case SUCCEEDED ->
          new TaskState.Succeeded(video(), Stream.generate(this::video).limit(few()).toList());
      case FAILED -> new TaskState.Failed(failure(Origin.TASK));
      case CANCELLED -> new TaskState.Cancelled();
      case EXPIRED -> new TaskState.Expired();
      case UNKNOWN -> new TaskState.Unknown();
    };
  }

  private Video video() {
    return Video.at(url())
        .thumbnailUrl(any(this::url))
        .previewUrl(any(this::url))
        .format(any(this::text))
        .duration(any(() -> Duration.ofNanos(1 + (random.nextLong() >>> random.nextInt(1, 63)))))
        .size(any(() -> 1 + random.nextInt(9999)), any(() -> 1 + random.nextInt(9999)))
        .expiresAt(any(this::time), random.nextBoolean())
        .build();
  }

  private URI url() {
    return URI.create("https://h" + random.nextInt(9) + ".example/a%2Fb?sig=" + random.nextLong());
  }

  private Failure failure(Origin... origins) {
    Origin origin = one(origins);
    Retry retry = one(Retry.values());
    return Failure.builder(kind(origin), origin)
        .code(any(this::text))
        .message(any(this::text))
        .httpStatus(origin == Origin.TRANSPORT ? null : (Integer) random.nextInt(100, 1000))
        .requestId(any(this::text))
        .retry(retry)
        .retryAfter(
            retry == Retry.NO ? null : any(() -> Duration.ofSeconds(random.nextInt(0, 100_000))))
        .build();
  }

  private FailureKind kind(Origin origin) {
    Set<FailureKind> kinds =
        switch (origin) {
          case TASK ->
              EnumSet.of(
                  FailureKind.CONTENT_REJECTED,
                  FailureKind.GENERATION_FAILED,
                  FailureKind.VIDEO_MISSING);
          case RELAY ->
              EnumSet.complementOf(
                  EnumSet.of(
                      FailureKind.UNREACHABLE,
                      FailureKind.GENERATION_FAILED,
                      FailureKind.VIDEO_MISSING));
          case TRANSPORT -> EnumSet.of(FailureKind.UNREACHABLE, FailureKind.UNAUTHORIZED);
        };
    return one(kinds.toArray(FailureKind[]::new));
  }

  private List<Finding> findings() {
    return IntStream.range(0, few())
        .mapToObj(i -> new Finding(one(Finding.Kind.values()), "/" + text(), text()))
        .toList();
  }

  private int few() {
    return random.nextInt(3);
  }

  private String text() {
    return random
        .ints(random.nextInt(8), 0, 0x11000)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private Instant time() {
    return Instant.ofEpochSecond(
        random.nextLong(0, 253_402_300_800L), random.nextInt(1_000_000_000));
  }

  private <T> @Nullable T any(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void leavesOutWhatIsNotWritten() {
    Failure.Builder builder = Failure.builder(FailureKind.NOT_FOUND, Origin.RELAY).httpStatus(404);
    Failure expected = builder.build();
    Failure written = builder.diagnosis("a sentence for people").build().denyingTask();
    QueryResult result = new QueryResult.Failed("toapis", "t", written, List.of());

    QueryResult.Failed read = (QueryResult.Failed) CanonicalJson.read(CanonicalJson.line(result));

    assertThat(read.failure()).isEqualTo(expected);
  }

  @Test
  void ignoresUnknownAndNullMembers() {
    String json =
        """
        {"provider":"toapis","later":{"a":[1,{}]},"id":null,"status":"running","terminal":"?",
         "findings":[{"kind":"enveloped","pointer":"/data","detail":"why","more":1}]}
        """;

    assertThat(CanonicalJson.readTask(json))
        .isEqualTo(
            VideoTask.builder("toapis", null, new TaskState.Running())
                .findings(List.of(new Finding(Finding.Kind.ENVELOPED, "/data", "why")))
                .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          []                                     | one JSON object, found something else
          {'a':1} {}                             | one JSON object, found something else
          {'a':                                  | one complete JSON object, found something else at line 1, column 6
          {}                                     | an object at /failure, found nothing
          {'status':1}                           | text at /status, found a number
          {'status':'done'}                      | one of queued, running, succeeded, failed, cancelled, expired, unknown at /status, found a text
          {'status':'queued'}                    | text at /provider, found nothing
          {'status':'queued','provider':'TOAPIS'} | a provider name of lower-case letters, digits, dots, hyphens and underscores at /provider, found a text
          {'status':'queued','provider':'p','id':7} | text at /id, found a number
          {'status':'queued','provider':'p','progressPercent':101} | a whole number from 0 to 100 at /progressPercent, found a number
          {'status':'queued','provider':'p','progressPercent':1.5} | a whole number from 0 to 100 at /progressPercent, found a number
          {'status':'queued','provider':'p','createdAt':'now'} | a time such as 2026-01-14T08:43:42Z at /createdAt, found a text
          {'status':'queued','provider':'p','findings':{}} | a list at /findings, found an object
          {'status':'queued','provider':'p','findings':[true]} | an object at /findings/0, found true or false
          {'status':'succeeded'}                 | an object at /video, found nothing
          {'status':'succeeded','video':{}}      | text at /video/url, found nothing
          {'status':'succeeded','video':{'url':'ftp://a.example/'}} | an absolute http or https URL at /video/url, found a text
          {'status':'succeeded','video':{'url':'http://a.example/','durationSeconds':-3}} | a length above zero at /video/durationSeconds, found a number
          {'status':'succeeded','video':{'url':'http://a.example/','durationSeconds':1e999}} | a length above zero at /video/durationSeconds, found a number
          {'status':'succeeded','video':{'url':'http://a.example/','width':0}} | a whole number from 1 to 2147483647 at /video/width, found a number
          {'status':'succeeded','video':{'url':'http://a.example/','expiryEstimated':true}} | the time of an estimated expiry at /video/expiresAt, found nothing
          {'status':'succeeded','moreVideos':[{'url':[]}]} | text at /moreVideos/0/url, found a list
          {'status':'failed','failure':{'origin':'task'}} | an HTTP status exactly where there was a response at /failure/httpStatus, found nothing
          {'status':'failed','failure':{'origin':'transport'}} | task at /failure/origin, found a text
          {'status':'failed','failure':{'kind':'not-found','origin':'relay','httpStatus':404}} | task at /failure/origin, found a text
          {'status':'failed','failure':{'kind':'rate-limited','origin':'task','httpStatus':200}} | one of content-rejected, generation-failed, video-missing at /failure/kind, found a text
          {'status':'failed','failure':{'kind':'forbidden','origin':'task','httpStatus':403}} | one of content-rejected, generation-failed, video-missing at /failure/kind, found a text
          {'status':'failed','failure':{'kind':'unknown','origin':'task','httpStatus':200}} | one of content-rejected, generation-failed, video-missing at /failure/kind, found a text
          {'failure':{'kind':'rate-limited','origin':'transport'}} | one of unauthorized, unreachable at /failure/kind, found a text
          {'failure':{'kind':'unreachable','origin':'relay','httpStatus':503}} | one of invalid-request, unauthorized, quota-exhausted, forbidden, not-found, content-rejected, rate-limited, provider-error, unreadable-response, unknown at /failure/kind, found a text
          {'failure':{'kind':'not-found','origin':'relay','httpStatus':404,'retry':'no','retryAfterSeconds':9}} | no wait where another query cannot help at /failure/retryAfterSeconds, found a number
          {'status':'failed','failure':{}}       | text at /failure/origin, found nothing
          {'failure':{'kind':'generation-failed','origin':'task','httpStatus':200}} | one of relay, transport at /failure/origin, found a text
          {'failure':{'origin':'provider'}}      | one of relay, transport at /failure/origin, found a text
          {'failure':{'origin':'transport','retryAfterSeconds':-9}} | a whole number from 0 to 9223372036854775807 at /failure/retryAfterSeconds, found a number
          """)
  void saysWhatIsWrongAndWhere(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CanonicalJson.read(json.replace('\'', '"')))
        .withMessage("expected " + message);
  }
}
