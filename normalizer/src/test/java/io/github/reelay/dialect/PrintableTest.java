package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.Failure;
import io.github.reelay.json.CanonicalJson;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskState;
import io.github.reelay.task.VideoTask;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 8, item 29: text from outside steers nothing. */
class PrintableTest {
  private static final String UNSAFE =
      "[\\p{Cc}\\p{Zl}\\p{Zp}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]";

  /** Each as a JSON escape, so that a body can hold it. */
  private static final List<String> EVIL =
      List.of("\\u001b[2J", "\\n", "\\r", "\\u0085", "\\u2028", "\\u202e", "\\u2066", "\\u200f");

  /** Every text that a provider can write, with that in it. */
  private static List<QueryResult> results(String evil) {
    String members =
        String.format(
            "'id':'t%1$s','model':'m%1$s','x%1$s':1,'error':{'code':'c%1$s','message':'m%1$s'},"
                + "'result':{'data':[{'url':'https://v.example/%1$s','format':'f%1$s'}]}",
            evil);
    List<QueryResult> results = new ArrayList<>();
    for (String word : List.of("queued", "completed", "failed", "s" + evil)) {
      String body = "{'status':'" + word + "'," + members + "}";
      results.add(read(TOAPIS, null, body(body)));
      results.add(read(TOAPIS, "t1", body(body)));
      String header =
          evil.startsWith("\\u") ? "r" + (char) Integer.parseInt(evil.substring(2, 6), 16) : "r";
      results.add(read(TOAPIS, "t1", withHeaders(404, body, "X-Request-Id", header)));
    }
    return results;
  }

  @DisplayName("No text form of a reading has a character that steers a terminal or a log")
  @Test
  void staysPrintable() {
    for (String evil : EVIL) {
      for (QueryResult result : results(evil)) {
        List<String> texts =
            new ArrayList<>(List.of(result.toString(), CanonicalJson.line(result)));
        result.findings().forEach(finding -> texts.add(finding.toString()));
        if (result instanceof QueryResult.Failed failed) {
          texts.add(failed.failure().toString());
        } else {
          texts.add(result.taskOrThrow().state().toString());
        }

        assertThat(texts).allSatisfy(text -> assertThat(text).doesNotContainPattern(UNSAFE));
        assertThat(CanonicalJson.pretty(result).lines())
            .allSatisfy(line -> assertThat(line).doesNotContainPattern(UNSAFE));
      }
    }
  }

  @DisplayName(
      "A task whose id is not printable shows it escaped and has no handle; the id is data")
  @ParameterizedTest
  @ValueSource(strings = {"\\u0007", "\\u202e", "\\u2029", "\\u009b"})
  void hasNoHandle(String evil) {
    QueryResult result = read(TOAPIS, null, body("{'id':'a" + evil + "b','status':'queued'}"));
    VideoTask task = result.taskOrThrow();

    assertThat(task.handle()).isNull();
    assertThat(task.id()).isEqualTo("a" + (char) Integer.parseInt(evil.substring(2), 16) + "b");
    assertThat(task).hasToString("VideoTask[toapis:a" + evil + "b, Queued[]]");
    assertThat(CanonicalJson.line(result))
        .isEqualToIgnoringCase(
            json(
                "{'provider':'toapis','id':'a"
                    + evil
                    + "b','status':'queued','providerStatus':'queued','terminal':false,"
                    + "'findings':[]}"));
  }

  @DisplayName("Exceptions show what was queried escaped")
  @Test
  void exceptionsArePrintable() {
    Failure failure = Failure.unreachable("down");
    QueryResult none = new QueryResult.Failed("toapis", "a\nb\u202e", failure, List.of());

    assertThatThrownBy(none::taskOrThrow)
        .hasMessage(
            "toapis:a\\u000ab\\u202e: expected a task, found unreachable; another query can help:"
                + " yes");
    assertThat(none)
        .hasToString("Failed[toapis:a\\u000ab\\u202e, Failure[unreachable, origin=transport]]");
    assertThat(new SavedResponse("p\n", "a\r", body("")))
        .hasToString(
            "SavedResponse[provider=p\\u000a, id=a\\u000d, response=RecordedResponse[status=200,"
                + " bytes=0]]");
    assertThatThrownBy(() -> Providers.of(List.of()).get("x\u001b[1m"))
        .hasMessageEndingWith("found 'x\\u001b[1m'");
    assertThatThrownBy(() -> Provider.builder(TOAPIS).name("x\u2028"))
        .hasMessageEndingWith("found 'x\\u2028'");
    assertThatThrownBy(() -> Provider.builder(TOAPIS).path("x\u202e"))
        .hasMessageEndingWith("found 'x\\u202e'");
    assertThat(new Finding(Finding.Kind.ENVELOPED, "/\n", "d"))
        .hasToString("Finding[kind=ENVELOPED, pointer=/\\u000a, detail=d]");
  }

  @DisplayName("Text that needs joiners, and text in any script, is shown as it is")
  @Test
  void keepsOtherText() {
    VideoTask task =
        VideoTask.builder("p", "视频 می\u200cخ 👩\u200d👩", new TaskState.Queued()).build();

    assertThat(task).hasToString("VideoTask[p:视频 می\u200cخ 👩\u200d👩, Queued[]]");
    assertThat(task.handle()).isNotNull();
  }
}
