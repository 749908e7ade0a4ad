package io.github.reelay.cluster.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskEndTest {
  @ParameterizedTest
  @EnumSource
  void isReadFromItsColumn(TaskEnd end) {
    assertThat(TaskEnd.of(end.column())).isEqualTo(end);
  }

  @Test
  void isAbsentWhileATaskIsOpen() {
    assertThat(TaskEnd.of(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"lost, lost", "'', ''", "FINISHED, FINISHED", "'gave\nup', gave\\u000aup"})
  void isNoOtherValue(String column, String shown) {
    assertThatThrownBy(() -> TaskEnd.of(column))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected finished, refused or gave-up in reelay_task.outcome, found '"
                + shown
                + "'; a later version of Reelay may have written it, so use that version");
  }
}
