package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.places;
import static io.github.reelay.contract.Bodies.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":1,"id":"x"}                                | ``
          {"id":"x","id":1}                                | type-mismatch /id
          {"id":1,"id":2}                                  | type-mismatch /id
          {"id":1,"id":null}                               | ``
          {"id":1,"i\\u0064":"x"}                          | ``
          {"y":1,"y":2}                                    | undocumented-field /y
          {"y":1,"id":"x","y":{"y":[]}}                    | undocumented-field /y
          {"detail":{"y":1},"detail":null}                 | ``
          {"detail":{"y":1},"detail":{"y":1}}              | undocumented-field /detail/y
          {"detail":{"y":1,"name":1},"detail":{"y":1}}     | undocumented-field /detail/y
          {"detail":{"inner":{"y":1}},"detail":{}}         | ``
          {"detail":{"inner":{"y":1},"inner":{}}}          | ``
          {"detail":{"inner":{"y":1},"inner":{"size":"1"}}} | type-mismatch /detail/inner/size
          {"detail":{"inner":{"size":"1"},"size":1}}       | type-mismatch /detail/inner/size
          {"images":[1,2],"images":["a"]}                  | ``
          {"steps":[{"y":1},{"z":1}],"steps":[{},{"y":2}]} | undocumented-field /steps/1/y
          {"steps":[{"y":1,"y":2},{"y":3}]}                | undocumented-field /steps/0/y, undocumented-field /steps/1/y
          {"extra":[1e400],"extra":[1]}                    | ``
          {"y":{},"y/z":1,"y":1}                           | undocumented-field /y, undocumented-field /y~1z
          {"":1,"":2,"/":3}                                | undocumented-field /, undocumented-field /~1
          {"status":1,"status":"odd"}                      | undocumented-value /status
          """)
  void ofDuplicateMembersOnlyTheLastLeavesFindings(String body, String places) throws Exception {
    Decoded<SampleTask> task = ContractReader.read(utf8(body), SampleTask::read);

    assertThat(String.join(", ", places(task))).isEqualTo(places);
  }

  @Test
  void ofDuplicateMembersTheLastCounts() throws Exception {
    String body =
        """
        {"id":"a","detail":{"name":"a"},"images":["a"],"extra":{"k":1,"k":2},"id":"b",
         "detail":{"size":2},"images":null}\
        """;

    SampleTask task = ContractReader.read(utf8(body), SampleTask::read).value();

    assertThat(task.id()).isEqualTo("b");
    assertThat(task.detail()).isEqualTo(new SampleDetail(null, 2L, null));
    assertThat(task.images()).isNull();
    assertThat(task.extra()).hasToString("AnyValue");
    assertThat(task.extra().value()).isEqualTo(Map.of("k", 2));
  }

  @Test
  void overwrittenFindingsDoNotUseUpTheHundred() throws Exception {
    String hundred =
        IntStream.range(0, 100).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(","));
    String body = "{\"detail\":{" + hundred + "},\"detail\":null,\"id\":1}";

    assertThat(places(ContractReader.read(utf8(body), SampleTask::read)))
        .containsExactly("type-mismatch /id");
  }

  @Test
  void reportsNothingInsideAnUndocumentedMember() throws Exception {
    String body = "{\"y\":{\"id\":1,\"z\":[{\"w\":1e400}]},\"n\":null}";

    assertThat(places(ContractReader.read(utf8(body), SampleTask::read)))
        .containsExactly("undocumented-field /n", "undocumented-field /y");
  }

  @Test
  void writesPointersByRfc6901() throws Exception {
    String body = "{\"a/b\":1,\"m~n\":1,\"\":1,\" \":1,\"任\":1,\"q\\\"\":1,\"0\":1}";

    assertThat(places(ContractReader.read(utf8(body), SampleTask::read)))
        .containsExactly(
            "undocumented-field /",
            "undocumented-field / ",
            "undocumented-field /0",
            "undocumented-field /a~1b",
            "undocumented-field /m~0n",
            "undocumented-field /q\"",
            "undocumented-field /任");
  }

  @Test
  void notesAtTheRootAndAtTheValueAtHand() throws Exception {
    Decoded<String> noted =
        ContractReader.read(
            utf8("{\"data\":[{\"status\":\"x\"}]}"),
            in -> {
              in.note(Finding.Kind.MISSING_FIELD, "root");
              in.nextField();
              in.note(Finding.Kind.ENVELOPED, "member");
              in.nextElement();
              in.note(Finding.Kind.IGNORED_VALUE, "element");
              in.skip();
              assertThat(in.nextElement()).isFalse();
              assertThat(in.nextField()).isFalse();
              return "read";
            });

    assertThat(noted.findings())
        .containsExactly(
            new Finding(Finding.Kind.MISSING_FIELD, "", "root"),
            new Finding(Finding.Kind.ENVELOPED, "/data", "member"),
            new Finding(Finding.Kind.IGNORED_VALUE, "/data/0", "element"));
  }

  @Test
  void sortsByPointerAndThenByKind() {
    Finding first = new Finding(Finding.Kind.UNDOCUMENTED_VALUE, "/a", "");
    Finding second = new Finding(Finding.Kind.MISSING_FIELD, "/b", "");
    Finding third = new Finding(Finding.Kind.TYPE_MISMATCH, "/b", "");

    assertThat(List.of(third, second, first).stream().sorted(Finding.ORDER))
        .containsExactly(first, second, third);
  }

  @Test
  void namesKindsInTheOrderOfTheirWords() {
    assertThat(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::jsonName))
        .containsExactly(
            "encoded-value",
            "enveloped",
            "id-conflict",
            "ignored-value",
            "missing-field",
            "status-conflict",
            "type-mismatch",
            "undocumented-field",
            "undocumented-place",
            "undocumented-presence",
            "undocumented-unit",
            "undocumented-value",
            "url-conflict")
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void documentsCannotBeChanged() {
    List<Finding> findings = new ArrayList<>();
    Decoded<String> decoded = new Decoded<>("x", findings);
    findings.add(new Finding(Finding.Kind.ENVELOPED, "/data", "x"));

    assertThat(decoded.findings()).isEmpty();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> decoded.findings().clear());
  }

  @Test
  void aFindingHasAllItsParts() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Finding(null, "", ""))
        .withMessage("kind");
    assertThatNullPointerException()
        .isThrownBy(() -> new Finding(Finding.Kind.ENVELOPED, null, ""))
        .withMessage("pointer");
    assertThatNullPointerException()
        .isThrownBy(() -> new Finding(Finding.Kind.ENVELOPED, "", null))
        .withMessage("detail");
  }
}
