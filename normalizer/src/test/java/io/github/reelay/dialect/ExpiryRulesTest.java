package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.CODEX;
import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.XING;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.seenAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.RecordedResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stated expiry counts first, then the documented validity, as an estimate. */
class ExpiryRulesTest {
  private static final String SEEN = "2026-01-14T09:00:00Z";
  private static final String VIDEO =
      "'id':'t1','status':'completed','url':'https://v.example/1',"
          + "'video_url':'https://v.example/1'";

  private static String video(String line) {
    int start = line.indexOf(json("'video':"));
    return line.substring(start, line.indexOf('}', start) + 1);
  }

  @DisplayName("The stated expires_at counts first, and is no estimate")
  @Test
  void statedComesFirst() {
    String body = "{" + VIDEO + ",'completed_at':1768380514,'expires_at':1768470000}";

    assertThat(video(line(TOAPIS, seenAt(SEEN, body))))
        .isEqualTo(
            json("'video':{'url':'https://v.example/1','expiresAt':'2026-01-15T09:40:00Z'}"));
  }

  @DisplayName("Else completion plus 24 hours at toapis, as an estimate")
  @ParameterizedTest
  @ValueSource(strings = {"", ",'expires_at':null", ",'expires_at':0", ",'expires_at':'soon'"})
  void completionComesSecond(String expiry) {
    String body = "{" + VIDEO + ",'completed_at':1768380514" + expiry + "}";

    assertThat(video(line(TOAPIS, seenAt(SEEN, body))))
        .isEqualTo(
            json(
                "'video':{'url':'https://v.example/1','expiresAt':'2026-01-15T08:48:34Z',"
                    + "'expiryEstimated':true}"));
  }

  @DisplayName("Else this observation plus 24 hours at toapis, as an estimate")
  @Test
  void observationComesThird() {
    assertThat(video(line(TOAPIS, seenAt(SEEN, "{" + VIDEO + "}"))))
        .isEqualTo(
            json(
                "'video':{'url':'https://v.example/1','expiresAt':'2026-01-15T09:00:00Z',"
                    + "'expiryEstimated':true}"));
  }

  @DisplayName("XC7: xingchaoyiqing counts one day from the observation, never from created")
  @Test
  void xingCountsFromTheObservation() {
    assertThat(video(line(XING, seenAt(SEEN, "{" + VIDEO + ",'created':1768380222}"))))
        .isEqualTo(
            json(
                "'video':{'url':'https://v.example/1','format':'mp4',"
                    + "'expiresAt':'2026-01-15T09:00:00Z','expiryEstimated':true}"));
  }

  @DisplayName("Without observedAt the third does not apply: a mapper reads no clock")
  @Test
  void readsNoClock() {
    assertThat(video(line(TOAPIS, "{" + VIDEO + "}")))
        .isEqualTo(json("'video':{'url':'https://v.example/1'}"));
    assertThat(video(line(XING, "{" + VIDEO + "}")))
        .isEqualTo(json("'video':{'url':'https://v.example/1','format':'mp4'}"));
  }

  @DisplayName("22codex documents no validity, so there is no expiry")
  @Test
  void codexHasNone() {
    String body = "{" + VIDEO + ",'completed_at':1768380514}";

    assertThat(video(line(CODEX, seenAt(SEEN, body))))
        .isEqualTo(json("'video':{'url':'https://v.example/1'}"));
  }

  @DisplayName("CE6: the flat shape of 22codex may state its expiry")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1772443800                | 2026-03-02T09:30:00Z
          1772443800000             | 2026-03-02T09:30:00Z
          '2026-03-02 17:30:00 +08' | 2026-03-02T09:30:00Z
          """)
  void codexMayStateIt(String written, String expiresAt) {
    assertThat(video(line(CODEX, seenAt(SEEN, "{" + VIDEO + ",'expires_at':" + written + "}"))))
        .isEqualTo(json("'video':{'url':'https://v.example/1','expiresAt':'" + expiresAt + "'}"));
  }

  @DisplayName("An estimate is kept to the microsecond")
  @Test
  void estimatesToTheMicrosecond() {
    String seen = "2026-01-14T09:00:00.123456789Z";

    assertThat(video(line(XING, seenAt(seen, "{" + VIDEO + "}"))))
        .contains("2026-01-15T09:00:00.123456Z");
  }

  @DisplayName("An estimate beyond the year 9999 is none, whatever the observation")
  @Test
  void estimatesNothingBeyond9999() {
    RecordedResponse saved = SampleResponses.body("{" + VIDEO + "}");
    for (Instant seen : new Instant[] {Instant.MAX, Instant.parse("9999-12-31T00:00:00Z")}) {
      RecordedResponse late = new RecordedResponse(200, Map.of(), saved.body(), seen);

      assertThat(video(line(TOAPIS, late)))
          .isEqualTo(json("'video':{'url':'https://v.example/1'}"));
    }
    RecordedResponse early = new RecordedResponse(200, Map.of(), saved.body(), Instant.MIN);
    assertThat(video(line(TOAPIS, early))).contains("-1000000000-01-02T00:00:00Z");
  }

  @DisplayName("A task that has not succeeded has no expiry")
  @Test
  void onlyVideosExpire() {
    String body = "{'id':'t1','status':'in_progress','expires_at':1768466914}";

    assertThat(line(TOAPIS, seenAt(SEEN, body)))
        .isEqualTo(
            json(
                "{'provider':'toapis','id':'t1','status':'running',"
                    + "'providerStatus':'in_progress','terminal':false,'findings':["
                    + "{'kind':'undocumented-presence','pointer':'/expires_at',"
                    + "'detail':'documented on tasks of another status only'}]}"));
  }
}
