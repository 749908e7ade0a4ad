package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses as people who use such providers report them. */
class FieldCasesTest {

  static Stream<FieldCase> cases() {
    return FieldCase.in("field-cases.jsonl");
  }

  @DisplayName("Each response is read as a paying user would want")
  @ParameterizedTest
  @MethodSource("cases")
  void isReadRight(FieldCase response) {
    response
        .expect()
        .forEach((path, value) -> assertThat(response.read(path)).as(path).isEqualTo(value));
    response.absent().forEach(path -> assertThat(response.read(path)).as(path).isNull());
    response
        .oneof()
        .forEach((path, values) -> assertThat(values).as(path).contains(response.read(path)));
  }

  @DisplayName("All cases are there, and each expects something")
  @Test
  void expectsSomething() {
    assertThat(cases()).hasSize(15).allMatch(response -> !response.expect().isEmpty());
  }
}
