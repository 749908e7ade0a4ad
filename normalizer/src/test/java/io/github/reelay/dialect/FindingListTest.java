package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.body;
import static io.github.reelay.dialect.SampleResponses.findings;
import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The findings of one response together. */
class FindingListTest {
  @DisplayName("Findings are sorted by pointer, then by kind")
  @Test
  void areSorted() {
    String body =
        "{'url':'no','zoo':1,'status':17,'progress':'130%','ant':null,'id':[],'created_at':-1}";

    assertThat(findings(TOAPIS, body))
        .containsExactly(
            "undocumented-field /ant",
            "ignored-value /created_at",
            "type-mismatch /id",
            "type-mismatch /progress",
            "undocumented-value /progress",
            "type-mismatch /status",
            "undocumented-value /status",
            "ignored-value /url",
            "undocumented-field /zoo");
  }

  @DisplayName("There are at most 100 findings, wherever they come from")
  @ParameterizedTest
  @ValueSource(ints = {99, 100, 101, 150, 1000})
  void areAtMostHundred(int count) {
    String unknown = repeat(count, "'u%03d':1");
    String urls = "'result':{'data':[" + repeat(count, "{'url':'no %d'}") + "]}";

    for (String members : List.of(unknown, urls, unknown + "," + urls)) {
      var result = read(TOAPIS, body("{'id':'t1','status':'paused'," + members + "}"));

      assertThat(result.findings())
          .hasSize(100)
          .isSortedAccordingTo(Comparator.comparing(Finding::pointer).thenComparing(Finding::kind));
    }
  }

  private static String repeat(int count, String pattern) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(pattern, i))
        .collect(Collectors.joining(","));
  }

  @DisplayName("A finding's sentence repeats no value from the body")
  @Test
  void repeatNoValue() {
    String body =
        "{'id':['zebra'],'object':'zebra','status':'zebra','progress':'zebra','zoo':'zebra',"
            + "'created_at':'zebra','url':'zebra','thumbnail':'zebra://zebra','model':{'a':'zebra'},"
            + "'error':{'code':'zebra','message':'zebra','zoo':'zebra'},'duration':'zebra'}";

    assertThat(read(TOAPIS, body(body)).findings())
        .hasSizeGreaterThan(10)
        .allSatisfy(finding -> assertThat(finding.detail()).doesNotContain("zebra"))
        .allSatisfy(finding -> assertThat(finding.detail()).isNotBlank());
  }

  @DisplayName("Findings are data: they never stop a mapping")
  @Test
  void stopNothing() {
    String body =
        "{'id':1,'object':2,'model':3,'status':'completed','created_at':'x','odd':{'a':[1]},"
            + "'url':'https://v.example/1','error':{'code':5}}";

    assertThat(SampleResponses.line(TOAPIS, body))
        .contains(json("'status':'succeeded'"))
        .contains(json("'video':{'url':'https://v.example/1'}"));
  }
}
