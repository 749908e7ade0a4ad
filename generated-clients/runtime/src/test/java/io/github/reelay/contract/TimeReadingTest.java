package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.sentences;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReadingTest {
  private static final String IGNORED = "ignored-value: not a time after 1970 and before 10000";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1759763621               | 2025-10-06T15:13:41Z
          1                        | 1970-01-01T00:00:01Z
          99999999999              | 5138-11-16T09:46:39Z
          100000000000             | 1973-03-03T09:46:40Z
          99999999999.999999       | 5138-11-16T09:46:39.999999Z
          1759763621142            | 2025-10-06T15:13:41.142Z
          1759763621142.75         | 2025-10-06T15:13:41.142750Z
          1759763631.222531        | 2025-10-06T15:13:51.222531Z
          1759763631.2225319       | 2025-10-06T15:13:51.222531Z
          1759763631.999999999     | 2025-10-06T15:13:51.999999Z
          1759763631.000001        | 2025-10-06T15:13:51.000001Z
          1.759763631222531e9      | 2025-10-06T15:13:51.222531Z
          1759763621142e0          | 2025-10-06T15:13:41.142Z
          1.5e-6                   | 1970-01-01T00:00:00.000001Z
          253402300799999          | 9999-12-31T23:59:59.999Z
          253402300799999.999      | 9999-12-31T23:59:59.999999Z
          253402300800000          |
          1759763621142000         |
          999999999999999          |
          18446744073709552        |
          999999999999999999       |
          1759763621142000000      |
          10000000000000000000000000 |
          1e400                    |
          1e999999999              |
          100e2147483647           |
          0                        |
          0.0                      |
          0e999999999              |
          -1                       |
          -1759763621              |
          -1759763621142           |
          -1e999999999             |
          0.0000009                |
          1e-999999999             |
          """)
  void readsNumbers(String json, @Nullable Instant instant) throws Exception {
    Decoded<Timestamp> time = value(json, ContractReader::numberTime);

    assertThat(time.value()).isEqualTo(new Timestamp(new ScalarValue(json, true), instant));
    assertThat(sentences(time)).isEqualTo(instant == null ? List.of(IGNORED) : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2025-10-06T15:10:26Z                | 2025-10-06T15:10:26Z
          2025-10-06T15:10:26.875729Z         | 2025-10-06T15:10:26.875729Z
          2025-10-06T15:10:26.5Z              | 2025-10-06T15:10:26.500Z
          2025-10-06T15:10:26.875729999Z      | 2025-10-06T15:10:26.875729Z
          2025-10-06t15:10:26z                | 2025-10-06T15:10:26Z
          2025-10-06T15:10:26.Z               | 2025-10-06T15:10:26Z
          2025-10-06T15:10Z                   | 2025-10-06T15:10:00Z
          ` 2025-10-06T15:10:26Z `            | 2025-10-06T15:10:26Z
          2025-10-06T15:10:26                 | 2025-10-06T15:10:26Z
          2025-10-06T15:10:26.875729          | 2025-10-06T15:10:26.875729Z
          2025-10-06T15:10:26+00:00           | 2025-10-06T15:10:26Z
          2025-10-06T23:10:26+08:00           | 2025-10-06T15:10:26Z
          2025-10-06T23:10:26.875729+08:00    | 2025-10-06T15:10:26.875729Z
          2025-10-06T23:10:26+0800            | 2025-10-06T15:10:26Z
          2025-10-06T23:10:26+08              | 2025-10-06T15:10:26Z
          2025-10-06T09:40:26-05:30           | 2025-10-06T15:10:26Z
          2024-02-29T00:00:00Z                | 2024-02-29T00:00:00Z
          9999-12-31T23:59:59.999999999Z      | 9999-12-31T23:59:59.999999Z
          1970-01-01T00:00:00.000001Z         | 1970-01-01T00:00:00.000001Z
          2025-10-06 15:10:26                 | 2025-10-06T15:10:26Z
          2025-10-06 15:10                    | 2025-10-06T15:10:00Z
          2025-10-06  15:10:26.875729999      | 2025-10-06T15:10:26.875729Z
          2025-10-06 15:10:26Z                | 2025-10-06T15:10:26Z
          2025-10-06 15:10:26 UTC             | 2025-10-06T15:10:26Z
          2025-10-06 23:10:26+08:00           | 2025-10-06T15:10:26Z
          2025-10-06 23:10:26.5 +0800         | 2025-10-06T15:10:26.500Z
          2025-10-06 23:10:26.5 +0800 CST     | 2025-10-06T15:10:26.500Z
          2025-10-06 15:10:26 CST             |
          2025-10-06 24:00:00                 |
          2025-02-30 00:00:00                 |
          2025-10-06 15                       |
          2025-10-06 15:10:26 tomorrow        |
          2025-10-06 15:10:26 +19:00          |
          1759763621                          | 2025-10-06T15:13:41Z
          ` 1759763631.222531 `               | 2025-10-06T15:13:51.222531Z
          1759763621142                       | 2025-10-06T15:13:41.142Z
          +1759763621                         | 2025-10-06T15:13:41Z
          1970-01-01T00:00:00Z                |
          1970-01-01T00:00:00.000000999Z      |
          1969-12-31T23:59:59Z                |
          -0001-01-01T00:00:00Z               |
          0000-01-01T00:00:00Z                |
          +10000-01-01T00:00:00Z              |
          10000-01-01T00:00:00Z               |
          9999-12-31T23:59:59-00:01           |
          +999999999-12-31T23:59:59-18:00     |
          2025-02-30T00:00:00Z                |
          2025-02-29T00:00:00Z                |
          2025-13-01T00:00:00Z                |
          2025-10-06T24:00:00Z                |
          2025-10-06T15:60:00Z                |
          2025-10-06T15:10:26+19:00           |
          2025-10-06T15:10:26ZZ               |
          2025-10-06T15:10:26.8757299999Z     |
          2025-10-06T15:10:26Z tomorrow       |
          2025-10-06                          |
          2025-10-06T15                       |
          20251006T151026Z                    |
          2025/10/06 15:10:26                 |
          Mon, 06 Oct 2025 15:10:26 GMT       |
          0                                   |
          -1                                  |
          1e999999999                         |
          1e99999999999                       |
          100e2147483647                      |
          1759763621s                         |
          NaN                                 |
          soon                                |
          """)
  void readsText(String text, @Nullable Instant instant) throws Exception {
    Decoded<Timestamp> time = value("\"" + text + "\"", ContractReader::textTime);

    assertThat(time.value()).isEqualTo(new Timestamp(new ScalarValue(text, false), instant));
    assertThat(sentences(time)).isEqualTo(instant == null ? List.of(IGNORED) : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer | 1759763621             |
          integer | 1759763621.0           |
          integer | 1.759763621e9          |
          integer | 1759763621.5           | expected an integer, found a decimal number
          integer | "1759763621"           | expected an integer, found text
          integer | "2025-10-06T15:13:41Z" | expected an integer, found text
          integer | "soon"                 | expected an integer, found text
          integer | ""                     | expected an integer, found text
          integer | true                   | expected an integer, found a boolean
          integer | {}                     | expected an integer, found an object
          number  | 1759763621             |
          number  | 1759763621.5           |
          number  | "1759763621"           | expected a number, found text
          number  | false                  | expected a number, found a boolean
          number  | [1]                    | expected a number, found an array
          text    | "2025-10-06T15:13:41Z" |
          text    | "1759763621"           |
          text    | ""                     |
          text    | " "                    |
          text    | 1759763621             | expected text, found an integer
          text    | 1759763621.5           | expected text, found a decimal number
          text    | -1                     | expected text, found an integer
          text    | true                   | expected text, found a boolean
          text    | {}                     | expected text, found an object
          integer | null                   |
          number  | null                   |
          text    | null                   |
          """)
  void notesATimeOfAnotherTypeOnce(String declared, String json, @Nullable String sentence)
      throws Exception {
    Decoded<Timestamp> time = value(json, reader(declared));

    assertThat(sentences(time))
        .isEqualTo(sentence == null ? List.of() : List.of("type-mismatch: " + sentence));
    assertThat(time.value() != null && time.value().instant() != null)
        .isEqualTo(json.contains("1759763621") || json.contains("2025") || json.contains("e9"));
  }

  private static Function<ContractReader, @Nullable Timestamp> reader(String declared) {
    return switch (declared) {
      case "integer" -> ContractReader::integerTime;
      case "number" -> ContractReader::numberTime;
      default -> ContractReader::textTime;
    };
  }

  @Test
  void anExponentThatNobodyCanHoldIsNoTime() throws Exception {
    Decoded<Timestamp> time = value("1e99999999999", ContractReader::numberTime);

    assertThat(time.value()).isNull();
    assertThat(sentences(time)).containsExactly("ignored-value: the number is out of range");
  }
}
