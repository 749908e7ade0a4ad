package io.github.reelay.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

  @DisplayName("An id that could begin a line or steer a terminal is refused, escaped")
  @ParameterizedTest
  @CsvSource({
    "'a\nb', 'a\\u000ab'",
    "'\u001b[2Jx\u007f\u0085', '\\u001b[2Jx\\u007f\\u0085'",
    "'a\u2028b\u2029', 'a\\u2028b\\u2029'",
    "'\u202e1_ksat\u202c', '\\u202e1_ksat\\u202c'",
    "'\u2067x\u2069\u200f\ufeff', '\\u2067x\\u2069\\u200f\\ufeff'",
    "'x\ud83d', 'x\\ud83d'"
  })
  void refusesWhatIsNotPrintable(String id, String shown) {
    String message =
        "expected a task id without control characters, found '"
            + shown
            + "' for toapis; use the id that the provider gave when the task was submitted";

    assertThatThrownBy(() -> new TaskHandle("toapis", id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> TaskHandle.parse("toapis:" + id)).hasMessage(message);
    assertThatThrownBy(() -> TaskHandle.parse(id))
        .hasMessage("expected a handle such as toapis:task_123, found '" + shown + "'");
    assertThat(TaskHandle.isTaskId(id)).isFalse();
  }

  @Test
  void refusesPartsThatAreNone() {
    assertThatThrownBy(() -> new TaskHandle("toapis", ""))
        .hasMessage("expected a handle such as toapis:task_123, found 'toapis:'");
    assertThatThrownBy(() -> new TaskHandle("A", "b"))
        .hasMessage("expected a handle such as toapis:task_123, found 'A:b'");
    assertThat(TaskHandle.isProviderName(null)).isFalse();
  }

  @DisplayName("A provider name is checked each time, whichever was checked before")
  @Test
  void checksEachProviderName() {
    for (int i = 0; i < 3; i++) {
      for (String valid : List.of("toapis", "22codex", "my.relay_2-eu")) {
        assertThat(TaskHandle.checkProviderName(valid)).isEqualTo(valid);
        for (String none : List.of("Toapis", "to apis", "-toapis", "toapis\n", "")) {
          refusesProviderName(none);
          refusesProviderName(none);
        }
        assertThatThrownBy(() -> TaskHandle.checkProviderName(null))
            .isInstanceOf(NullPointerException.class)
            .hasMessage("provider");
        assertThat(TaskHandle.checkProviderName(valid)).isEqualTo(valid);
      }
    }
  }

  private static void refusesProviderName(String name) {
    assertThatThrownBy(() -> TaskHandle.checkProviderName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a provider name of lower-case letters, digits, dots, hyphens and"
                + " underscores, found '"
                + name.replace("\n", "\\u000a")
                + "'");
  }
}
