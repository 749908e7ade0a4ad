package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 8, item 30: a key that a provider repeats is seen by nobody. */
class KeyRedactorTest {
  private static final String KEY = "sk-AbC/123~4";

  private final List<String> reported = new ArrayList<>();

  private QueryResult query(String key, int status, String body) {
    return Provider.builder(new ToapisDialect())
        .key(() -> key)
        .transport(FakeTransport.responding(status, body.replace('\'', '"')))
        .findings((provider, findings, at) -> findings.forEach(one -> reported.add(one.toString())))
        .build()
        .query("t1");
  }

  /** What a text can become of, without the URLs that are fetched. */
  private List<String> texts(QueryResult result) {
    List<String> texts = new ArrayList<>(reported);
    texts.add(result.toString());
    texts.add(CanonicalJson.line(result).replaceAll("\"(url|thumbnailUrl)\":\"[^\"]*\"", ""));
    result.findings().forEach(finding -> texts.add(finding.toString()));
    return texts;
  }

  @DisplayName("Wherever a provider repeats the key, no text and no listener has it")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          200 | {'id':'KEY','status':'KEY','model':'m KEY','KEY':1,'x/KEY':2}
          200 | {'id':'t1','status':'completed','url':'https://v.example/KEY/1.mp4?k=KEY','thumbnail':'https://v.example/KEY','result':{'data':[{'url':'https://v.example/2/KEY','format':'KEY'}]}}
          200 | {'id':'t1','status':'completed','output':{'url':'https://v.example/KEY'},'KEY':{}}
          200 | {'id':'t1','status':'failed','error':{'code':'KEY','message':'key KEY.','type':'KEY','KEY':1}}
          200 | {'data':{'status':'queued','KEY':1}}
          200 | {'error':{'code':'KEY','message':'Bearer KEY'},'KEY':1}
          401 | {'code':'KEY','msg':'KEY is revoked'}
          302 | KEY
          """)
  void masksEveryText(int status, String body) {
    QueryResult result = query(KEY, status, body.replace("KEY", KEY));

    assertThat(texts(result))
        .allSatisfy(text -> assertThat(text).doesNotContain(KEY).doesNotContain("sk-AbC~1123~04"));
  }

  @DisplayName("What is fetched and what was queried stays")
  @Test
  void keepsIdentity() {
    String url = "https://v.example/" + KEY + "/1.mp4";
    VideoTask task =
        query(
                KEY,
                200,
                "{'id':'"
                    + KEY
                    + "','status':'completed','url':'"
                    + url
                    + "','expires_at':1768466914}")
            .taskOrThrow();

    assertThat(((TaskState.Succeeded) task.state()).video().url()).hasToString(url);
    assertThat(task.handle()).hasToString("toapis:t1");
    assertThat(task.reportedId()).isEqualTo("***");
    assertThat(task)
        .hasToString(
            "VideoTask[toapis:t1, Succeeded[video=Video[https://v.example/…,"
                + " expiresAt=2026-01-15T08:48:34Z], more=[]], 100 %]");
  }

  @DisplayName("The prompt that 22codex repeats, and its members, are masked as well")
  @Test
  void masksThePrompt() {
    String body = "{'status':'pending','detail':{'input':{'prompt':'a KEY b'},'KEY':1}}";
    QueryResult result =
        Provider.builder(new Codex22Dialect())
            .key(() -> KEY)
            .transport(FakeTransport.responding(200, body.replace("KEY", KEY).replace('\'', '"')))
            .build()
            .query("t1");

    assertThat(result.taskOrThrow().prompt()).isEqualTo("a *** b");
    assertThat(result.findings())
        .extracting(Finding::pointer)
        .containsExactly("/detail/***", "/id");
  }

  @DisplayName("Other forms of the key are the key")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sk-a/b=c+d%e9  | /v?k=sk-a%2Fb%3Dc%2bd%25e9&x=1      | /v?k=***&x=1
          sk-a/b=c+d%e9  | /v?k=sk%252Da%252Fb%253dc+d%2525e9! | /v?k=***!
          sk-a/b"c\\d~e  | {"k":"sk-a\\/b\\"c\\\\d~e"}          | {"k":"***"}
          sk-a/b"c\\d~e  | sk\\u002da\\u002Fb\\u0022c\\u005Cd\\u007ee | ***
          sk-a/b"c\\d~e  | sk-a\\\\/b\\\\\\"c\\\\\\\\d~e         | ***
          sk-a/b"c\\d~e  | /x/sk-a~1b"c\\d~0e/y                | /x/***/y
          sk-0123456789  | xsk-0123456789y sk-0123456789       | x***y ***
          sk-0123456789  | SK-0123456789 sk-012345678          | SK-0123456789 sk-012345678
          a              | a man and a plan: a!                | *** man and *** plan: ***!
          k1.$(          | k1.$( xk1.$( k1x$(                  | *** xk1.$( k1x$(
          """)
  void knowsItsForms(String key, String text, String masked) {
    Finding finding = new Finding(Finding.Kind.ENVELOPED, text, "detail");
    QueryResult result =
        new QueryResult.Failed("p", "t1", Failure.unreachable(text), List.of(finding));

    QueryResult shown = new KeyRedactor(key).apply(result);

    assertThat(((QueryResult.Failed) shown).failure().diagnosis()).isEqualTo(masked);
    assertThat(shown.findings()).extracting(Finding::pointer).containsExactly(masked);
    assertThat(new KeyRedactor(key)).hasToString("KeyRedactor");
  }

  @DisplayName("A long text of what could begin the key takes no longer than another")
  @ParameterizedTest
  @ValueSource(strings = {"\\", "%25", "%", "25", "~", "sk-0", "\\u0073", "s\\", "%2525"})
  @Timeout(60)
  void isLinear(String part) {
    String text = "%" + part.repeat(1_000_000);
    KeyRedactor redactor = new KeyRedactor("sk-0123456789");
    QueryResult result =
        new QueryResult.Failed("p", "t1", Failure.unreachable("sk-0123456789 " + text), List.of());

    QueryResult shown = redactor.apply(result);

    assertThat(((QueryResult.Failed) shown).failure().diagnosis()).isEqualTo("*** " + text);
  }

  @DisplayName("A key that changes is masked from then on; a saved response is read without one")
  @Test
  void followsTheKey() {
    List<String> keys = new ArrayList<>(List.of("first-key-1", "second-key-2"));
    String body = "{\"status\":\"queued\",\"model\":\"first-key-1 second-key-2\"}";
    Provider provider =
        Provider.builder(new ToapisDialect())
            .key(() -> keys.remove(0))
            .transport(FakeTransport.responding(200, body))
            .build();

    assertThat(provider.query("t1").taskOrThrow().model()).isEqualTo("*** second-key-2");
    assertThat(provider.query("t1").taskOrThrow().model()).isEqualTo("first-key-1 ***");
    RecordedResponse saved =
        new RecordedResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8), null);
    assertThat(provider.read("t1", saved).taskOrThrow().model())
        .isEqualTo("first-key-1 second-key-2");
  }
}
