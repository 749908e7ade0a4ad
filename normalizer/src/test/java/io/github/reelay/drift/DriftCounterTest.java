package io.github.reelay.drift;

import static io.github.reelay.drift.CountedResponses.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.Finding;
import io.github.reelay.failure.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftCounterTest {

  @Test
  void findsNothingInAResponseThatFitsItsContract() {
    DriftReport report = new CountedResponses().body(task("")).report();

    assertThat(report.drifted()).isFalse();
    assertThat(report).isEqualTo(new DriftReport(1, 0, 0, Map.of(), 0, List.of()));
  }

  @Test
  void countsEachKindAtItsPlace() {
    DriftReport report =
        new CountedResponses().body("{'status':'melting','progress':'30','colour':1}").report();

    assertThat(report.rows())
        .extracting(row -> row.kind().jsonName() + " " + row.pointer())
        .containsExactly(
            "undocumented-field /colour",
            "missing-field /id",
            "type-mismatch /progress",
            "undocumented-value /status");
    assertThat(report.driftedResponses()).isEqualTo(1);
  }

  private static String completed(String members) {
    return "{'id':'task_1','status':'completed'," + members + "}";
  }

  @Test
  void countsAnArrayAsOnePlace() {
    DriftRow row =
        new CountedResponses()
            .body(completed("'result':{'data':[{'x':1},{'x':2}]}"))
            .body(completed("'result':{'data':[{},{},{'x':3}]}"))
            .body(task(""))
            .row();

    assertThat(row.pointer()).isEqualTo("/result/data/*/x");
    assertThat(row.count()).isEqualTo(3);
    assertThat(row.responses()).isEqualTo(2);
    assertThat(row.of()).isEqualTo(3);
    assertThat(row.example()).isEqualTo("1");
  }

  @Test
  void keepsAMemberThatIsNamedLikeAnIndex() {
    assertThat(new CountedResponses().body(task("'7':'x'")).row().pointer()).isEqualTo("/7");
  }

  @Test
  void keepsAMemberWhoseNameIsEscapedNextToAnIndex() {
    DriftRow row = new CountedResponses().body(completed("'result':{'data':[{'a/b~c':1}]}")).row();

    assertThat(row.pointer()).isEqualTo("/result/data/*/a~1b~0c");
    assertThat(row.example()).isEqualTo("1");
  }

  @Test
  void marksTheIndexOfATaskInAnEnvelope() {
    DriftReport report =
        new CountedResponses().body("{'data':[{'status':'queued','x':1}]}").report();

    assertThat(report.rows())
        .extracting(DriftRow::pointer, DriftRow::example)
        .containsExactly(
            tuple("/data", "<array of 1>"), tuple("/data/*/id", null), tuple("/data/*/x", "1"));
  }

  @Test
  void takesTheLastOfDuplicateMembersAsTheExample() {
    assertThat(new CountedResponses().body(task("'x':'first','x':'last'")).row().example())
        .isEqualTo("\"last\"");
  }

  @Test
  void showsTheExampleOfTheFirstResponseAndItsPlace() {
    DriftRow row =
        new CountedResponses().at("a:1", null, task("'x':1")).at("a:2", null, task("'x':2")).row();

    assertThat(row.example()).isEqualTo("1");
    assertThat(row.exampleAt()).isEqualTo("a:1");
  }

  @Test
  void reportsTheEarliestAndTheLatestTimeWhateverTheOrder() {
    DriftRow row =
        new CountedResponses()
            .at("a:1", "2026-01-02T00:00:00Z", task("'x':1"))
            .at("a:2", "2026-01-01T00:00:00Z", task("'x':1"))
            .at("a:3", null, task("'x':1"))
            .at("a:4", "2026-01-03T00:00:00Z", task("'x':1"))
            .row();

    assertThat(row.firstSeen()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(row.lastSeen()).isEqualTo("2026-01-03T00:00:00Z");
  }

  @Test
  void reportsTheFirstAndTheLastPlaceWhereThereIsNoTime() {
    DriftRow row =
        new CountedResponses()
            .at("a:1", null, task("'x':1"))
            .at("a:2", null, task(""))
            .at("a:3", null, task("'x':1"))
            .row();

    assertThat(row.firstSeen()).isEqualTo("a:1");
    assertThat(row.lastSeen()).isEqualTo("a:3");
  }

  @Test
  void countsResponsesWithoutATaskByKindAndNotAsDrift() {
    DriftReport report =
        new CountedResponses()
            .respond("a:1", null, 404, "{'error':{'code':'task_not_found'},'x':1}")
            .respond("a:2", null, 502, "<html>")
            .respond("a:3", null, 503, "")
            .respond("a:4", null, 200, "<html>")
            .report();

    assertThat(report.drifted()).isFalse();
    assertThat(report.responses()).isEqualTo(4);
    assertThat(report.withoutTask())
        .containsOnly(
            Map.entry(FailureKind.NOT_FOUND, 1L),
            Map.entry(FailureKind.PROVIDER_ERROR, 2L),
            Map.entry(FailureKind.UNREADABLE_RESPONSE, 1L));
  }

  @Test
  void saysWhichResponsesHaveMoreThanIsListed() {
    String members =
        IntStream.rangeClosed(1, BodyLimits.FINDINGS + 1)
            .mapToObj(i -> "'x" + i + "':1")
            .collect(Collectors.joining(","));

    DriftReport report = new CountedResponses().body(task(members)).body(task("'x':1")).report();

    assertThat(report.truncatedResponses()).isEqualTo(1);
  }

  @Test
  void keepsNoMoreRowsThanItMayAndCountsTheRest() {
    CountedResponses countedResponses = new CountedResponses(new DriftCounter(2));

    for (int i = 0; i < 5; i++) {
      countedResponses.body(task("'x" + i + "':1")).body(task("'x0':1"));
    }

    assertThat(countedResponses.report().rows())
        .extracting(DriftRow::pointer)
        .containsExactly("/x0", "/x1");
    assertThat(countedResponses.report().rows())
        .extracting(DriftRow::count)
        .containsExactly(6L, 1L);
    assertThat(countedResponses.report().otherFindings()).isEqualTo(3);
    assertThat(countedResponses.report().driftedResponses()).isEqualTo(10);
  }

  @Test
  void keepsTenThousandRowsOfMoreByDefault() {
    DriftCounter counter = new DriftCounter();

    for (int i = 0; i < 10_500; i++) {
      counter.found("toapis", List.of(undocumented("/x" + i)), null);
    }

    assertThat(counter.snapshot().rows()).hasSize(DriftCounter.ROWS).hasSize(10_000);
    assertThat(counter.snapshot().otherFindings()).isEqualTo(500);
  }

  @Test
  void cutsAPointerThatIsTooLongToKeep() {
    assertThat(new CountedResponses().body(task("'" + "x".repeat(300) + "':1")).row().pointer())
        .isEqualTo("/" + "x".repeat(198) + "…");
  }

  @Test
  void refusesToKeepNoRows() {
    assertThatThrownBy(() -> new DriftCounter(0))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected room for at least one row, found 0; keep one or more, such as the 10000 of"
                + " the default");
  }

  @Test
  void takesNumbersForIndexesWhereItSeesNoBody() {
    DriftCounter counter = new DriftCounter();

    counter.found("toapis", List.of(undocumented("/a/0/x"), undocumented("/a/1/x")), null);

    DriftRow row = counter.snapshot().rows().get(0);
    assertThat(counter.snapshot().rows()).hasSize(1);
    assertThat(row.pointer()).isEqualTo("/a/*/x");
    assertThat(row.count()).isEqualTo(2);
    assertThat(row.responses()).isEqualTo(1);
    assertThat(row.firstSeen()).isNull();
    assertThat(row.example()).isNull();
  }

  @Test
  void keepsProvidersApart() {
    DriftCounter counter = new DriftCounter();
    Instant time = Instant.parse("2026-01-01T00:00:00Z");

    counter.found("toapis", List.of(undocumented("/x")), time);
    counter.found("other", List.of(undocumented("/x")), time);
    counter.found("other", List.of(), time);

    assertThat(counter.snapshot().rows())
        .extracting(row -> row.provider() + " " + row.responses() + " of " + row.of())
        .containsExactly("other 1 of 2", "toapis 1 of 1");
  }

  @Test
  void losesNothingBetweenThreads() {
    DriftCounter counter = new DriftCounter();

    IntStream.range(0, 20_000)
        .parallel()
        .forEach(i -> counter.found("toapis", List.of(undocumented("/x" + i % 10)), null));

    assertThat(counter.snapshot().responses()).isEqualTo(20_000);
    assertThat(counter.snapshot().rows()).hasSize(10).allMatch(row -> row.count() == 2_000);
  }

  @Test
  void leavesASnapshotAsItWas() {
    DriftCounter counter = new DriftCounter();
    DriftReport before = counter.snapshot();

    counter.found("toapis", List.of(undocumented("/x")), null);

    assertThat(before.responses()).isZero();
    assertThat(before.rows()).isEmpty();
  }

  private static Finding undocumented(String pointer) {
    return new Finding(Finding.Kind.UNDOCUMENTED_FIELD, pointer, "undocumented");
  }
}
