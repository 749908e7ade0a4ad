package io.github.reelay.drift;

import static io.github.reelay.drift.CountedResponses.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleTest {

  private static String example(String member, String json) {
    return String.valueOf(
        new CountedResponses().body(task("'" + member + "':" + json)).row().example());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'30'                  | \"30\"",
        "30                    | 30",
        "-1.50e3               | -1.50e3",
        "true                  | true",
        "null                  | null",
        "{'b':{},'a':[1]}      | <object: b, a>",
        "[[1,2],3]             | <array of 2>",
        "'doubao-seedance-1-0-pro-250528' | \"doubao-seedance-1-0-pro-250528\"",
        "'token_limit_exceeded'| \"token_limit_exceeded\"",
        "'a\\nb\\u001b[31m\\u009b\\u202e' | \"a?b?[31m??\"",
      })
  void showsAValueAsItIsWritten(String json, String shown) {
    assertThat(example("x", json)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "https://cdn.example/v.mp4?sig=abc&e=1     | https://cdn.example/v.mp4?…",
        "see https://a.example/?s=1 or /b?s=2, ok  | see https://a.example/?… or /b?… ok",
        "https://cdn.example/v.mp4#access=abc      | https://cdn.example/v.mp4?…",
        "https://me:pw@cdn.example/v.mp4           | https://***@cdn.example/v.mp4",
        "Bearer abc                                | Bearer ***",
        "Authorization: Bearer abc.def             | Authorization=*** ***",
        "basic dXNlcjpwdw==                        | basic ***",
        "api_key=abc                               | api_key=***",
        "my sk-secret here                         | my *** here",
        "ghp_abcdefgh                              | ***",
        "AKIAIOSFODNN7EXAMPLE                      | ***",
        "eyJhbGciOi.eyJzdWIi.c2ln                  | ***",
        "key-abc123                                | ***",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1  | ***",
        "0123456789abcdef0123456789abcdef          | ***",
        "https://a.example/0123456789abcdef0123/v  | https://a.example/***/v",
      })
  void masksWhatLooksLikeASecret(String text, String shown) {
    assertThat(example("x", "'" + text + "'")).isEqualTo('"' + shown + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api_key",
        "Token",
        "clientSecret",
        "password",
        "Authorization",
        "cookie",
        "sig",
        "sessionId"
      })
  void showsNothingOfAMemberThatIsNamedLikeASecret(String member) {
    assertThat(example(member, "'abc'")).isEqualTo("***");
    assertThat(example(member, "12")).isEqualTo("***");
    assertThat(example(member, "{'abc':1}")).isEqualTo("***");
    assertThat(example(member, "null")).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt", "revised_prompt", "Title", "message", "err_msg", "text"})
  void showsNothingOfWhatSomebodyWroteButItsLength(String member) {
    assertThat(example(member, "'a cat 🐈'")).isEqualTo("<text of 7 characters>");
    assertThat(example(member, "7")).isEqualTo("7");
  }

  @Test
  void showsNothingOfATextThatHoldsMembersOfItsOwn() {
    assertThat(example("params", "' {\\\"prompt\\\":1}'")).isEqualTo("<text of 13 characters>");
  }

  @Test
  void showsTheFirstSixtyCharacters() {
    assertThat(example("x", "'" + "ab ".repeat(20) + "'"))
        .isEqualTo("\"" + "ab ".repeat(20) + "\"");
    assertThat(example("x", "'" + "ab ".repeat(21) + "'"))
        .isEqualTo("\"" + "ab ".repeat(19) + "ab…\"");
  }

  @Test
  void cutsBetweenCharactersNotInsideOne() {
    assertThat(example("x", "'" + "🐈".repeat(61) + "'")).isEqualTo("\"" + "🐈".repeat(59) + "…\"");
  }

  @Test
  void showsNoHalfOfASecretWhereALongTextIsCut() {
    String query = "/v?" + "s".repeat(980);

    assertThat(example("x", "'" + query + " ok sk-0123456789abcdef'")).isEqualTo("\"/v?… ok …\"");
  }
}
