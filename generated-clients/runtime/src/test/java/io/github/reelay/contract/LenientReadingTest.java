package io.github.reelay.contract;

import static io.github.reelay.contract.Bodies.sentences;
import static io.github.reelay.contract.Bodies.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each table: the JSON, what is read (empty is null), and the finding (empty is none). */
class LenientReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "x"           | x         |
          " x "         | ` x `     |
          ""            | ``        |
          "a\\"\\n任"   | `a"\n任`  |
          null          |           |
          17            | 17        | type-mismatch: expected text, found an integer
          -1.50         | -1.50     | type-mismatch: expected text, found a decimal number
          1e400         | 1e400     | type-mismatch: expected text, found a decimal number
          true          | true      | type-mismatch: expected text, found a boolean
          false         | false     | type-mismatch: expected text, found a boolean
          {}            |           | type-mismatch: expected text, found an object
          {"a":[1]}     |           | type-mismatch: expected text, found an object
          []            |           | type-mismatch: expected text, found an array
          [["x"]]       |           | type-mismatch: expected text, found an array
          """)
  void readsText(String json, @Nullable String text, @Nullable String finding) throws Exception {
    assertRead(value(json, ContractReader::text), text, finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30                      | 30                   |
          0                       | 0                    |
          -0                      | 0                    |
          -7                      | -7                   |
          9223372036854775807     | 9223372036854775807  |
          -9223372036854775808    | -9223372036854775808 |
          30.0                    | 30                   |
          3e1                     | 30                   |
          300e-1                  | 30                   |
          0e5                     | 0                    |
          0e999999999             | 0                    |
          0.0e-999999999          | 0                    |
          92233720368547758.07e2  | 9223372036854775807  |
          null                    |                      |
          9223372036854775808     |                      | ignored-value: the number is out of range
          -9223372036854775809    |                      | ignored-value: the number is out of range
          10000000000000000000000000 |                   | ignored-value: the number is out of range
          9223372036854775808.0   |                      | ignored-value: the number is out of range
          1e19                    |                      | ignored-value: the number is out of range
          1e400                   |                      | ignored-value: the number is out of range
          1e999999999             |                      | ignored-value: the number is out of range
          -1e999999999            |                      | ignored-value: the number is out of range
          100e2147483647          |                      | ignored-value: the number is out of range
          1e99999999999           |                      | ignored-value: the number is out of range
          30.5                    | 30                   | type-mismatch: expected an integer, found a decimal number
          30.999999999999999999   | 30                   | type-mismatch: expected an integer, found a decimal number
          -30.5                   | -31                  | type-mismatch: expected an integer, found a decimal number
          1e-400                  | 0                    | type-mismatch: expected an integer, found a decimal number
          1e-999999999            | 0                    | type-mismatch: expected an integer, found a decimal number
          -1e-999999999           | -1                   | type-mismatch: expected an integer, found a decimal number
          9223372036854775808.5   |                      | type-mismatch: expected an integer, found a decimal number
          "30"                    | 30                   | type-mismatch: expected an integer, found text
          "30%"                   | 30                   | type-mismatch: expected an integer, found text
          " 30 % "                | 30                   | type-mismatch: expected an integer, found text
          "30.9%"                 | 30                   | type-mismatch: expected an integer, found text
          "+30"                   | 30                   | type-mismatch: expected an integer, found text
          "1e400"                 |                      | type-mismatch: expected an integer, found text
          "1e999999999%"          |                      | type-mismatch: expected an integer, found text
          "1e-999999999"          | 0                    | type-mismatch: expected an integer, found text
          "100e2147483647"        |                      | type-mismatch: expected an integer, found text
          ""                      |                      | type-mismatch: expected an integer, found text
          "%"                     |                      | type-mismatch: expected an integer, found text
          "-"                     |                      | type-mismatch: expected an integer, found text
          "30 %%"                 |                      | type-mismatch: expected an integer, found text
          "thirty"                |                      | type-mismatch: expected an integer, found text
          "1/2"                   |                      | type-mismatch: expected an integer, found text
          "2025-10-06"            |                      | type-mismatch: expected an integer, found text
          true                    |                      | type-mismatch: expected an integer, found a boolean
          {"a":1}                 |                      | type-mismatch: expected an integer, found an object
          [30]                    |                      | type-mismatch: expected an integer, found an array
          """)
  void readsIntegers(String json, @Nullable Long number, @Nullable String finding)
      throws Exception {
    assertRead(value(json, ContractReader::int64), number, finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.93            | 0.93    |
          10              | 10.0    |
          -0.0            | -0.0    |
          1e308           | 1e308   |
          1e-400          | 0.0     |
          1e-999999999    | 0.0     |
          10000000000000000000000000 | 1e25 |
          null            |         |
          1e400           |         | ignored-value: the number is out of range
          -1e400          |         | ignored-value: the number is out of range
          1e999999999     |         | ignored-value: the number is out of range
          1e99999999999   |         | ignored-value: the number is out of range
          "10.5"          | 10.5    | type-mismatch: expected a number, found text
          " 10.5 "        | 10.5    | type-mismatch: expected a number, found text
          "93%"           | 0.93    | type-mismatch: expected a number, found text
          " 93.5 % "      | 0.935   | type-mismatch: expected a number, found text
          "1e-999999999%" | 0.0     | type-mismatch: expected a number, found text
          "1e999999999%"  |         | type-mismatch: expected a number, found text
          "1e999999999"   |         | type-mismatch: expected a number, found text
          "-1e2147483647" |         | type-mismatch: expected a number, found text
          "NaN"           |         | type-mismatch: expected a number, found text
          "Infinity"      |         | type-mismatch: expected a number, found text
          "0x10"          |         | type-mismatch: expected a number, found text
          "1f"            |         | type-mismatch: expected a number, found text
          ""              |         | type-mismatch: expected a number, found text
          false           |         | type-mismatch: expected a number, found a boolean
          {}              |         | type-mismatch: expected a number, found an object
          [0.5]           |         | type-mismatch: expected a number, found an array
          """)
  void readsDecimals(String json, @Nullable Double number, @Nullable String finding)
      throws Exception {
    assertRead(value(json, ContractReader::decimal), number, finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true    | true  |
          false   | false |
          null    |       |
          "true"  | true  | type-mismatch: expected a boolean, found text
          "false" | false | type-mismatch: expected a boolean, found text
          "yes"   |       | type-mismatch: expected a boolean, found text
          ""      |       | type-mismatch: expected a boolean, found text
          1       |       | type-mismatch: expected a boolean, found an integer
          0.0     |       | type-mismatch: expected a boolean, found a decimal number
          {}      |       | type-mismatch: expected a boolean, found an object
          [true]  |       | type-mismatch: expected a boolean, found an array
          """)
  void readsBooleans(String json, @Nullable Boolean value, @Nullable String finding)
      throws Exception {
    assertRead(value(json, ContractReader::bool), value, finding);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "queued"    | queued    |
          null        |           |
          "QUEUED"    | QUEUED    | undocumented-value: the contract does not name this word
          " queued"   | ` queued` | undocumented-value: the contract does not name this word
          "cancelled" | cancelled | undocumented-value: the contract does not name this word
          ""          | ``        | undocumented-value: the contract does not name this word
          {}          |           | type-mismatch: expected text, found an object
          ["queued"]  |           | type-mismatch: expected text, found an array
          """)
  void readsWords(String json, @Nullable String word, @Nullable String finding) throws Exception {
    assertRead(
        value(json, in -> in.knownValue(KnownValues.of("queued", "running"))), word, finding);
  }

  @Test
  void aNumberInsteadOfAKnownWordIsWrongTwice() throws Exception {
    Decoded<String> word = value("7", in -> in.knownValue(KnownValues.of("queued")));

    assertThat(word.value()).isEqualTo("7");
    assertThat(sentences(word))
        .containsExactly(
            "type-mismatch: expected text, found an integer",
            "undocumented-value: the contract does not name this word");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "invalid"      | invalid      | false |
          "404"          | 404          | false |
          ""             | ``           | false |
          404            | 404          | true  |
          -1.50          | -1.50        | true  |
          1e400          | 1e400        | true  |
          1e999999999    | 1e999999999  | true  |
          10000000000000000000000000 | 10000000000000000000000000 | true |
          null           |              |       |
          1e99999999999  |              |       | ignored-value: the number is out of range
          true           |              |       | type-mismatch: expected text or a number, found a boolean
          {"code":1}     |              |       | type-mismatch: expected text or a number, found an object
          [404]          |              |       | type-mismatch: expected text or a number, found an array
          """)
  void readsScalars(
      String json, @Nullable String text, @Nullable Boolean number, @Nullable String finding)
      throws Exception {
    ScalarValue expected = text == null ? null : new ScalarValue(text, number);

    assertRead(value(json, ContractReader::scalar), expected, finding);
  }

  private static <T> void assertRead(
      Decoded<T> read, @Nullable T expected, @Nullable String finding) {
    assertThat(read.value()).isEqualTo(expected);
    assertThat(sentences(read)).isEqualTo(finding == null ? List.of() : List.of(finding));
    assertThat(read.findings()).allMatch(one -> one.pointer().equals("/v"));
  }
}
