package io.github.reelay.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedResponseJsonTest {

  private static SavedResponse parse(String singleQuoted) {
    return SavedResponseJson.parse(singleQuoted.replace('\'', '"'));
  }

  @DisplayName("A whole exchange is read")
  @Test
  void readsAll() {
    SavedResponse saved =
        parse(
            "{'provider':'toapis','id':'t1','httpStatus':429,"
                + "'headers':{'Retry-After':'30','X':['a',null,'b'],'Y':null,'Z':[]},"
                + "'observedAt':'2026-01-14T16:43:42.5+08:00','body':'{\\'id\\':\\u89c6}',"
                + "'note':{'any':['thing']}}");

    assertThat(saved.provider()).isEqualTo("toapis");
    assertThat(saved.id()).isEqualTo("t1");
    assertThat(saved.response().httpStatus()).isEqualTo(429);
    assertThat(saved.response().headers())
        .isEqualTo(
            Map.of(
                "Retry-After", List.of("30"),
                "X", List.of("a", "b"),
                "Y", List.of(),
                "Z", List.of()));
    assertThat(saved.response().observedAt()).isEqualTo(Instant.parse("2026-01-14T08:43:42.5Z"));
    assertThat(new String(saved.response().body(), StandardCharsets.UTF_8)).isEqualTo("{\"id\":视}");
  }

  @DisplayName("Only provider and body are needed; the status is 200, the rest is absent")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'provider':'toapis','body':'x'}",
        " {'body' : 'x', 'provider' : 'toapis'} ",
        "{'provider':'toapis','id':null,'httpStatus':null,'headers':null,'observedAt':null,"
            + "'body':'x'}",
        "{'provider':'22codex','provider':'toapis','body':'y','body':'x','headers':{'a':'b'},"
            + "'headers':{}}"
      })
  void readsTheLeast(String line) {
    SavedResponse saved = parse(line);

    assertThat(saved.provider()).isEqualTo("toapis");
    assertThat(saved.id()).isNull();
    assertThat(saved.response()).hasToString("RecordedResponse[status=200, bytes=1]");
    assertThat(saved.response().headers()).isEmpty();
    assertThat(saved.response().observedAt()).isNull();
  }

  @DisplayName("An empty body and any id that is not empty will do")
  @Test
  void takesOddValues() {
    assertThat(parse("{'provider':'p','body':'','id':'..'}").id()).isEqualTo("..");
    assertThat(parse("{'provider':'p','body':''}").response().body()).isEmpty();
  }

  @DisplayName("A line that is no exchange is refused with what was expected where, and no value")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                             | one JSON object, found something else
          []                                             | one JSON object, found something else
          'zebra'                                        | one JSON object, found something else
          null                                           | one JSON object, found something else
          zebra                                          | one complete JSON object, found something else
          {                                              | one complete JSON object, found something else
          {'provider':'p','body':'x'                     | one complete JSON object, found something else
          {'provider':'p','headers':{'a':['x'            | one complete JSON object, found something else
          {'provider':'p','body':'x'}}                   | one complete JSON object, found something else
          {'provider':'p','body':'x'} {}                 | the end of the line after one JSON object, found more
          {'provider':'p','body':'x'}'zebra'             | the end of the line after one JSON object, found more
          {}                                             | text at provider, found nothing
          {'provider':null,'body':'x'}                   | text at provider, found nothing
          {'provider':17,'body':'x'}                     | text at provider, found another type
          {'provider':'p'}                               | text at body, found nothing
          {'provider':'p','body':null}                   | text at body, found nothing
          {'provider':'p','body':{'id':'zebra'}}         | text at body, found another type
          {'provider':'p','body':'x','id':''}            | an id that is not empty, found an empty one
          {'provider':'p','body':'x','id':5}             | text at id, found another type
          {'provider':'p','body':'x','httpStatus':'200'} | an HTTP status from 100 to 999 at httpStatus, found something else
          {'provider':'p','body':'x','httpStatus':99}    | an HTTP status from 100 to 999 at httpStatus, found something else
          {'provider':'p','body':'x','httpStatus':1000}  | an HTTP status from 100 to 999 at httpStatus, found something else
          {'provider':'p','body':'x','httpStatus':2e2}   | an HTTP status from 100 to 999 at httpStatus, found something else
          {'provider':'p','body':'x','httpStatus':99999999999} | an HTTP status from 100 to 999 at httpStatus, found something else
          {'provider':'p','body':'x','headers':[]}       | an object at headers, found another type
          {'provider':'p','body':'x','headers':{'a':7}}  | text at headers.a, found another type
          {'provider':'p','body':'x','headers':{'a':[[]]}} | text at headers.a, found another type
          {'provider':'p','body':'x','observedAt':17}    | text at observedAt, found another type
          {'provider':'p','body':'x','observedAt':''}    | a time such as 2026-01-14T08:43:42Z at observedAt, found something else
          {'provider':'p','body':'x','observedAt':'2026-01-14'} | a time such as 2026-01-14T08:43:42Z at observedAt, found something else
          {'provider':'p','body':'x','observedAt':'2026-01-14T08:43:42'} | a time such as 2026-01-14T08:43:42Z at observedAt, found something else
          """)
  void refuses(String line, String message) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected " + message)
        .hasNoCause();
  }

  @DisplayName("A saved exchange shows no content")
  @Test
  void showsNoContent() {
    assertThat(parse("{'provider':'p','id':'t1','body':'secret','headers':{'a':'secret'}}"))
        .hasToString(
            "SavedResponse[provider=p, id=t1, response=RecordedResponse[status=200, bytes=6]]");
  }

  @DisplayName("A saved exchange has no empty id")
  @Test
  void hasNoEmptyId() {
    var response = parse("{'provider':'p','body':''}").response();

    assertThatThrownBy(() -> new SavedResponse("p", "", response))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected an id that is not empty, found an empty one");
  }
}
