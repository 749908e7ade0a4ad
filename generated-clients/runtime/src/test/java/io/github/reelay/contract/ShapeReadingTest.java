package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.places;
import static io.github.reelay.contract.Bodies.sentences;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeReadingTest {
  @Test
  void readsAnErrorOfTextOrANumberOrAnObjectWithoutAFinding() throws Exception {
    assertThat(value("\"no\"", ContractReader::error))
        .isEqualTo(clean(ErrorValue.ofBare(new ScalarValue("no", false))));
    assertThat(value("404", ContractReader::error))
        .isEqualTo(clean(ErrorValue.ofBare(new ScalarValue("404", true))));
    assertThat(value("{\"code\":404,\"message\":\"m\",\"type\":\"t\"}", ContractReader::error))
        .isEqualTo(clean(new ErrorValue(null, new ScalarValue("404", true), "m", "t")));
    assertThat(value("{}", ContractReader::error))
        .isEqualTo(clean(new ErrorValue(null, null, null, null)));
    assertThat(value("null", ContractReader::error)).isEqualTo(clean(null));
  }

  private static <T> Decoded<T> clean(T value) {
    return new Decoded<>(value, List.of());
  }

  @Test
  void notesWhatElseAnErrorObjectHas() throws Exception {
    Decoded<ErrorValue> error =
        value("{\"code\":{},\"message\":7,\"type\":[],\"param\":null}", ContractReader::error);

    assertThat(error.value()).isEqualTo(new ErrorValue(null, null, "7", null));
    assertThat(places(error))
        .containsExactly(
            "type-mismatch /v/code",
            "type-mismatch /v/message",
            "undocumented-field /v/param",
            "type-mismatch /v/type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false    | a boolean
          true     | a boolean
          []       | an array
          ["no"]   | an array
          """)
  void aBooleanOrAnArrayIsNoError(String json, String found) throws Exception {
    Decoded<ErrorValue> error = value(json, ContractReader::error);

    assertThat(error.value()).isNull();
    assertThat(sentences(error))
        .containsExactly("type-mismatch: expected text, a number or an object, found " + found);
  }

  @Test
  void keepsAnyValueWhole() throws Exception {
    Decoded<AnyValue> any =
        value(
            "{\"a\":[1,2.5,null,true,false,\"x\"],\"b\":{},\"c\":10000000000000000000000000}",
            ContractReader::any);

    assertThat(any.value().value())
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(1, 2.5, null, true, false, "x"),
                "b",
                Map.of(),
                "c",
                new BigInteger("10000000000000000000000000")));
    assertThat(any.findings()).isEmpty();
    assertThat(value("null", ContractReader::any)).isEqualTo(clean(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "1e99999999999"})
  void aNumberThatNoDoubleHoldsIsAbsentWhereAnythingMayStand(String number) throws Exception {
    Decoded<AnyValue> bare = value(number, ContractReader::any);
    Decoded<AnyValue> inside = value("[1,[" + number + "]]", ContractReader::any);
    Decoded<AnyValue> member = value("{\"a\":{\"b\":" + number + "}}", ContractReader::any);

    assertThat(bare.value()).isNull();
    assertThat(inside.value().value()).isEqualTo(List.of(1, Arrays.asList((Object) null)));
    assertThat(sentences(bare)).containsExactly("ignored-value: the number is out of range");
    assertThat(places(inside)).containsExactly("ignored-value /v");
    assertThat(places(member)).containsExactly("ignored-value /v");
  }

  @Test
  void anOverwrittenNumberThatNoDoubleHoldsLeavesNoFinding() throws Exception {
    Decoded<AnyValue> any = value("{\"a\":[1e400],\"a\":{\"b\":1}}", ContractReader::any);

    assertThat(any.value().value()).isEqualTo(Map.of("a", Map.of("b", 1)));
    assertThat(any.findings()).isEmpty();
  }

  @Test
  void readsListsWithTheirNullsAndNotesWrongElements() throws Exception {
    Decoded<List<String>> list =
        value("[\"a\",null,1,{},[\"b\"]]", in -> in.list(ContractReader::text));

    assertThat(list.value()).containsExactly("a", null, "1", null, null);
    assertThat(places(list))
        .containsExactly("type-mismatch /v/2", "type-mismatch /v/3", "type-mismatch /v/4");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> list.value().add("c"));
  }

  @Test
  void readsMapsInOrder() throws Exception {
    Decoded<Map<String, Long>> map =
        value("{\"z\":1,\"a\":null,\"\":\"3\"}", in -> in.map(ContractReader::int64));

    assertThat(map.value().keySet()).containsExactly("z", "a", "");
    assertThat(map.value().values()).containsExactly(1L, null, 3L);
    assertThat(places(map)).containsExactly("type-mismatch /v/");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> map.value().put("b", 1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "1", "true", "{\"a\":1}"})
  void aListThatIsNoArrayIsAbsent(String json) throws Exception {
    Decoded<List<String>> list = value(json, in -> in.list(ContractReader::text));

    assertThat(list.value()).isNull();
    assertThat(places(list)).containsExactly("type-mismatch /v");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "1", "true", "[{\"name\":\"x\"}]"})
  void anObjectOfAnotherTypeIsAbsent(String json) throws Exception {
    Decoded<SampleDetail> detail = value(json, SampleDetail::read);

    assertThat(detail.value()).isNull();
    assertThat(places(detail)).containsExactly("type-mismatch /v");
  }

  @Test
  void nullNeverMismatches() throws Exception {
    String nulls =
        """
        {"id":null,"status":null,"progress":null,"ratio":null,"done":null,"created_at":null,
         "updated_at":null,"finished_at":null,"code":null,"error":null,"extra":null,
         "detail":null,"images":null,"steps":null}\
        """;

    Decoded<SampleTask> task = ContractReader.read(Bodies.utf8(nulls), SampleTask::read);
    Decoded<SampleTask> empty = ContractReader.read(Bodies.utf8("{}"), SampleTask::read);

    assertThat(task).isEqualTo(empty);
    assertThat(task.findings()).isEmpty();
  }

  @Test
  void reportsWhatIsAtHand() throws Exception {
    String looks =
        value("[null,{},[],\"x\",1,1.5,true]", in -> in.list(ShapeReadingTest::look)).value() + "";

    assertThat(looks).isEqualTo("[null scalar, object, array, scalar, scalar, scalar, scalar]");
  }

  private static String look(ContractReader in) {
    String look =
        (in.atNull() ? "null " : "")
            + (in.atObject() ? "object" : "")
            + (in.atArray() ? "array" : "")
            + (in.atScalar() ? "scalar" : "");
    in.skip();
    return look;
  }
}
