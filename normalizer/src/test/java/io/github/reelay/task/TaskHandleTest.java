package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskHandleTest {

  @DisplayName("The text form is split at the first colon and comes back as it was")
  @ParameterizedTest
  @CsvSource({
    "toapis:task_123, toapis, task_123",
    "22codex:sora-2:task_01k6, 22codex, sora-2:task_01k6",
    "my.relay_2-eu:a b, my.relay_2-eu, a b",
    "toapis::, toapis, :",
    "toapis:视频, toapis, 视频",
    "0:x, 0, x"
  })
  void parsesAndFormats(String text, String provider, String id) {
    TaskHandle handle = TaskHandle.parse(text);

    assertThat(handle).isEqualTo(new TaskHandle(provider, id)).hasToString(text);
  }

  @DisplayName("What is no handle is refused with the reason")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "toapis",
        ":task_1",
        "toapis:",
        ":",
        "Toapis:task_1",
        "to apis:task_1",
        "-toapis:task_1",
        ".toapis:x",
        "tö:x",
        " toapis:x",
        "toapis :x",
        "to/apis:x"
      })
  void refusesOtherText(String text) {
    assertThatThrownBy(() -> TaskHandle.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a handle such as toapis:task_123, found '" + text + "'");
  }

  @Test
  void refusesPartsThatAreNone() {
    assertThatThrownBy(() -> new TaskHandle("toapis", ""))
        .hasMessage("expected a handle such as toapis:task_123, found 'toapis:'");
    assertThatThrownBy(() -> new TaskHandle("A", "b"))
        .hasMessage("expected a handle such as toapis:task_123, found 'A:b'");
    assertThat(TaskHandle.isProviderName(null)).isFalse();
  }
}
