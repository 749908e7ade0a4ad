package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that hold for every provider; each has a class of its own with its own bodies. */
@ParameterizedClass
@FieldSource("DIALECTS")
class ProviderFailuresTest {
  static final List<Dialect> DIALECTS = SampleResponses.ALL;

  @Parameter private Dialect dialect;

  private void check(int httpStatus, String body, String kindCodeMessageRetry) {
    FailureLine.check(dialect, httpStatus, body, kindCodeMessageRetry);
  }

  private static String byStatus(int httpStatus) {
    return switch (httpStatus) {
      case 401 -> "unauthorized; ; ; no";
      case 402 -> "quota-exhausted; ; ; no";
      case 403 -> "forbidden; ; ; no";
      case 404, 410 -> "not-found; ; ; no";
      case 422 -> "content-rejected; ; ; no";
      case 429 -> "rate-limited; ; ; yes";
      case 408, 425 -> "provider-error; ; ; yes";
      default ->
          httpStatus >= 400 && httpStatus <= 499
              ? "invalid-request; ; ; no"
              : httpStatus >= 500 && httpStatus <= 599
                  ? "provider-error; ; ; yes"
                  : "unknown; ; ; unknown";
    };
  }

  @DisplayName("Without a code the HTTP status decides, each from 100 to 199 and from 300 to 600")
  @Test
  void statusDecides() {
    String html = "<html><head><title>502</title></head></html>";
    List<String> silent =
        List.of("", html, "[]", "null", "17", "'error'", "{", "{'error':{'code':'x", "{}");

    IntStream.concat(IntStream.range(100, 200), IntStream.rangeClosed(300, 600))
        .forEach(
            httpStatus ->
                silent.forEach(
                    body ->
                        check(
                            httpStatus,
                            body,
                            httpStatus == 403 && body.equals(html)
                                ? "forbidden; ; ; yes" // the page of a gateway
                                : byStatus(httpStatus))));
  }

  @DisplayName("A large error body is read like any other")
  @Test
  void largeBodiesSayWhatTheySay() {
    String code = "{'error':{'code':'rate_limit_exceeded'},'x':";

    for (String large :
        List.of("'" + "x".repeat(8_000_000) + "'}", "[" + "0,".repeat(99_999) + "0]}")) {
      check(400, code + large, "rate-limited; rate_limit_exceeded; ; yes");
      check(502, code + large, "rate-limited; rate_limit_exceeded; ; yes");
    }
  }

  @DisplayName("A huge error body leaves the decision to the status")
  @Test
  void hugeBodiesSayNothing() {
    String huge = "{'error':{'code':'rate_limit_exceeded'},'x':'" + "x".repeat(8 << 20) + "'}";

    check(400, huge, "invalid-request; ; ; no");
    check(502, huge, "provider-error; ; ; yes");
  }

  @DisplayName("A 2xx that is no JSON object is unreadable")
  @Test
  void unreadable() {
    for (String body : List.of("", "<html></html>", "[]", "null", "{", "{}", "x".repeat(1 << 21))) {
      for (int httpStatus : new int[] {200, 201, 204, 206, 299}) {
        assertThat(line(dialect, status(httpStatus, body)))
            .isEqualTo(
                json(
                    "{'provider':'"
                        + dialect
                        + "','id':'t1','failure':{'kind':'unreadable-response','origin':'relay',"
                        + "'httpStatus':"
                        + httpStatus
                        + ",'retry':'yes'},'findings':[]}"));
      }
    }
  }

  static Stream<List<String>> publishedCodes() {
    return Stream.of(
        List.of("invalid_request", "invalid-request", "no"),
        List.of("unauthorized", "unauthorized", "no"),
        List.of("insufficient_quota", "quota-exhausted", "no"),
        List.of("task_not_found", "not-found", "no"),
        List.of("task_not_exist", "not-found", "no"),
        List.of("content_policy_violation", "content-rejected", "no"),
        List.of("rate_limit_exceeded", "rate-limited", "yes"),
        List.of("internal_error", "provider-error", "yes"),
        List.of("400", "invalid-request", "no"),
        List.of("401", "unauthorized", "no"),
        List.of("402", "quota-exhausted", "no"),
        List.of("403", "forbidden", "no"),
        List.of("404", "not-found", "no"),
        List.of("408", "provider-error", "yes"),
        List.of("409", "invalid-request", "no"),
        List.of("410", "not-found", "no"),
        List.of("422", "content-rejected", "no"),
        List.of("425", "provider-error", "yes"),
        List.of("429", "rate-limited", "yes"),
        List.of("499", "invalid-request", "no"),
        List.of("500", "provider-error", "yes"),
        List.of("503", "provider-error", "yes"),
        List.of("599", "provider-error", "yes"));
  }

  @DisplayName("T62 to T68: a published code decides, wherever it stands and whatever the status")
  @ParameterizedTest
  @MethodSource("publishedCodes")
  void publishedCodeDecides(List<String> row) {
    String code = row.get(0);
    String expected = row.get(1) + ";" + code + ";why;" + row.get(2);

    for (int httpStatus : statusesFor(row.get(1))) {
      check(httpStatus, "{'error':{'code':'" + code + "','message':'why'}}", expected);
      check(httpStatus, "{'error':{'type':'" + code + "','message':'why'}}", expected);
      check(httpStatus, "{'error':{'code':'','type':'" + code + "','message':'why'}}", expected);
      check(httpStatus, "{'code':'" + code + "','message':'why'}", expected);
      if (Character.isDigit(code.charAt(0))) {
        check(httpStatus, "{'error':{'code':" + code + ",'message':'why'}}", expected);
        check(httpStatus, "{'code':" + code + ",'message':'why'}", expected);
      }
    }
  }

  /** A verdict on content does not stand next to a status that speaks of something else. */
  private static int[] statusesFor(String kind) {
    return kind.equals("content-rejected")
        ? new int[] {200, 302, 400, 404}
        : new int[] {200, 302, 400, 401, 404, 429, 500, 503};
  }

  @DisplayName("T66: a code for refused content decides nothing next to 401, 402, 408, 429 and 5xx")
  @ParameterizedTest
  @ValueSource(strings = {"content_policy_violation", "422", "moderation_blocked"})
  void contentCodeDecidesNothing(String code) {
    String body = "{'error':{'code':'" + code + "','message':'content policy'}}";

    for (int httpStatus : new int[] {401, 402, 408, 429, 500, 502, 503, 529}) {
      String shown = byStatus(httpStatus).replace("; ; ;", "; " + code + "; content policy;");
      check(httpStatus, body, shown);
    }
  }

  @DisplayName("Any other code leaves the decision to the status; in a 2xx it is unknown")
  @ParameterizedTest
  @CsvSource({
    "InvalidParameter",
    "payment_required",
    "not_found_error",
    "RATE_LIMIT_EXCEEDED",
    "399",
    "600",
    "4040",
    "40",
    "4o4",
    "-404",
    "404.0",
    "４０４"
  })
  void otherCodesDecideNothing(String code) {
    String body = "{'error':{'code':'" + code + "','message':'why'}}";
    String shown = ";" + code + ";why;";

    check(200, body, "unknown" + shown + "unknown");
    check(302, body, "unknown" + shown + "unknown");
    check(401, body, "unauthorized" + shown + "no");
    check(404, body, "not-found" + shown + "no");
    check(429, body, "rate-limited" + shown + "yes");
    check(502, body, "provider-error" + shown + "yes");
  }

  @DisplayName("2xx envelopes: code and error distinguish a failure from a success")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'code':500,'message':'no'}                            | provider-error; 500; no; yes
          {'code':'fail','msg':'no'}                             | unknown; fail; no; unknown
          {'code':'error','data':null}                           | unknown; error; ; unknown
          {'code':1,'data':{}}                                   | unknown; 1; ; unknown
          {'code':-1,'data':[]}                                  | unknown; -1; ; unknown
          {'code':404,'message':'gone','data':''}                | not-found; 404; gone; no
          {'error':'no'}                                         | unknown; ; no; unknown
          {'error':{'message':'no'}}                             | unknown; ; no; unknown
          {'error':429}                                          | rate-limited; 429; ; yes
          {'error':{'code':0,'message':'no'}}                    | unknown; 0; no; unknown
          {'code':0,'error':'no'}                                | unknown; 0; no; unknown
          {'code':'success','error':{'code':'task_not_exist'}}   | not-found; task_not_exist; ; no
          {'error':{'code':'invalid_request'},'code':500}        | invalid-request; invalid_request; ; no
          """)
  void readsEnvelopes(String body, String expected) {
    check(200, body, expected);
    check(203, body, expected);
  }

  @DisplayName("2xx envelopes that name no failure and show no task are unreadable")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'code':0}
          {'code':200,'message':'ok','data':null}
          {'code':'0','data':{}}
          {'code':'200','data':[]}
          {'code':'success','data':'none'}
          {'error':null}
          {'error':''}
          {'error':{}}
          {'error':{'code':0,'message':''}}
          {'code':0,'error':{'code':'0','message':' ','type':'none'}}
          """)
  void readsEmptyEnvelopes(String body) {
    check(200, body, "unreadable-response; ; ; yes");
  }
}
