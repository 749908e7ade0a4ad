package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as people who use such providers report them. */
class FieldCasesTest {

  static Stream<FieldCase> cases() {
    return FieldCase.in("field-cases.jsonl");
  }

  @DisplayName("Each answer is read as a paying user would want")
  @ParameterizedTest
  @MethodSource("cases")
  void isReadRight(FieldCase answer) {
    answer
        .expect()
        .forEach((path, value) -> assertThat(answer.read(path)).as(path).isEqualTo(value));
    answer.absent().forEach(path -> assertThat(answer.read(path)).as(path).isNull());
    answer
        .oneof()
        .forEach((path, values) -> assertThat(values).as(path).contains(answer.read(path)));
  }

  @DisplayName("All cases are there, and each expects something")
  @Test
  void expectsSomething() {
    assertThat(cases()).hasSize(15).allMatch(answer -> !answer.expect().isEmpty());
  }
}
