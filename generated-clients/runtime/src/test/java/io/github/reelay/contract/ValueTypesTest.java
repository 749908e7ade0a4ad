package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value types through a plain {@code ObjectMapper}, and without one. */
class ValueTypesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\"",
        "\"\"",
        "\"404\"",
        "\"a\\\"\\n任\"",
        "404",
        "-1",
        "0",
        "10.5",
        "404.0",
        "0.001",
        "1759763621142",
        "20000000.0",
        "10000000000000000000000000"
      })
  void scalarsAreWrittenAsTheyWereRead(String json) throws Exception {
    assertSameBothWays(json, ScalarValue.class, ContractReader::scalar);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1759763621",
        "1759763621142",
        "1759763631.222531",
        "0",
        "-1",
        "\"2025-10-06T15:10:26.875729Z\"",
        "\"1759763621\"",
        "\"soon\"",
        "\"\""
      })
  void timesAreWrittenAsTheyWereRead(String json) throws Exception {
    assertSameBothWays(json, Timestamp.class, ContractReader::numberTime);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"no\"",
        "\"\"",
        "404",
        "{}",
        "{\"code\":404}",
        "{\"code\":\"x\",\"message\":\"m\",\"type\":\"t\"}",
        "{\"message\":\"\",\"type\":\"t\"}"
      })
  void errorsAreWrittenAsTheyWereRead(String json) throws Exception {
    assertSameBothWays(json, ErrorValue.class, ContractReader::error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\"",
        "1",
        "1.5",
        "10000000000000000000000000",
        "true",
        "false",
        "[]",
        "{}",
        "[1,null,[\"x\"],{\"a\":null}]",
        "{\"z\":{\"y\":[{}]},\"a\":false}"
      })
  void anyValuesAreWrittenAsTheyWereRead(String json) throws Exception {
    assertSameBothWays(json, AnyValue.class, ContractReader::any);
  }

  private static <T> void assertSameBothWays(
      String json, Class<T> type, Function<ContractReader, T> reader) throws Exception {
    T mapped = MAPPER.readValue(json, type);
    T read = value(json, reader).value();

    assertThat(mapped).isEqualTo(read);
    assertThat(MAPPER.writeValueAsString(mapped)).isEqualTo(json);
    assertThat(MAPPER.writeValueAsString(read)).isEqualTo(json);
  }

  @Test
  void aMapperReadsAWholeRecordAsTheReaderDoes() throws Exception {
    ObjectMapper lenient =
        new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    byte[] body = Bodies.utf8(Bodies.TASK.replace("\"93%\"", "93"));

    SampleTask mapped = lenient.readValue(body, SampleTask.class);
    SampleTask read = ContractReader.read(body, SampleTask::read).value();

    assertThat(mapped).isEqualTo(read);
    assertThat(lenient.readValue(lenient.writeValueAsBytes(read), SampleTask.class))
        .isEqualTo(read);
  }

  @Test
  void aMapperDropsWhatElseAnErrorHas() throws Exception {
    String json = "{\"code\":null,\"message\":7,\"param\":\"p\"}";

    ErrorValue error = MAPPER.readValue(json, ErrorValue.class);

    assertThat(error).isEqualTo(new ErrorValue(null, null, "7", null));
    assertThat(MAPPER.writeValueAsString(error)).isEqualTo("{\"message\":\"7\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "[1]", "1e400"})
  void aMapperRefusesWhatIsNoScalar(String json) {
    for (Class<?> type : List.of(ScalarValue.class, Timestamp.class, ErrorValue.class)) {
      assertThatExceptionOfType(JsonMappingException.class)
          .isThrownBy(() -> MAPPER.readValue(json, type));
    }
  }

  @Test
  void scalarsCheckWhatTheyAreMadeOf() {
    assertThat(new ScalarValue("-1.5e10", true).number()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ScalarValue("s3cret", true))
        .withMessage("expected a number, found other text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScalarValue.of(Double.NaN))
        .withMessage("expected a number, found other text");
    assertThat(ScalarValue.of(1e300).text()).isEqualTo("1.0E300");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScalarValue.of(true))
        .withMessage("expected text or a number, found Boolean");
    assertThatNullPointerException()
        .isThrownBy(() -> new ScalarValue(null, false))
        .withMessage("text");
  }

  @Test
  void timesKeepWhatWasWritten() {
    Timestamp time = Timestamp.of(new ScalarValue("1759763631.2225319", true));

    assertThat(time.written().text()).isEqualTo("1759763631.2225319");
    assertThat(time.instant()).isEqualTo(Instant.parse("2025-10-06T15:13:51.222531Z"));
    assertThatNullPointerException()
        .isThrownBy(() -> new Timestamp(null, null))
        .withMessage("written");
  }

  @Test
  void anyValuesAreCopiesThatNobodyCanChange() {
    List<Object> inner = new ArrayList<>(List.of(1));
    AnyValue any = new AnyValue(List.of(inner));
    inner.add(2);

    assertThat(any.value()).isEqualTo(List.of(List.of(1)));
    assertThatNullPointerException().isThrownBy(() -> new AnyValue(null)).withMessage("value");
  }

  @Test
  void noneOfThemShowsItsValue() {
    ScalarValue secret = new ScalarValue("s3cret", false);

    assertThat(secret).hasToString("ScalarValue[text]");
    assertThat(new ScalarValue("1", true)).hasToString("ScalarValue[number]");
    assertThat(ErrorValue.ofBare(secret)).hasToString("ErrorValue[bare]");
    assertThat(new ErrorValue(null, secret, "s3cret", "s3cret"))
        .hasToString("ErrorValue[code, message, type]");
    assertThat(new AnyValue("s3cret")).hasToString("AnyValue");
    assertThat(Timestamp.of(secret))
        .hasToString("Timestamp[written=ScalarValue[text], instant=null]");
  }

  @Test
  void wordsAreACopy() {
    assertThat(KnownValues.of("a", "b").known()).isEqualTo(Set.of("a", "b"));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> KnownValues.of("a").known().add("b"));
  }
}
