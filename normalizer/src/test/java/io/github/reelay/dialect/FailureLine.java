package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.json;
import static io.github.reelay.dialect.SampleResponses.line;
import static io.github.reelay.dialect.SampleResponses.status;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/** The canonical line of a response without a task. */
final class FailureLine {
  private FailureLine() {}

  /** Checks the whole line that status and body give. */
  static void check(
      Dialect dialect, int httpStatus, @Nullable String body, String kindCodeMessageRetry) {
    String[] columns = kindCodeMessageRetry.split(";", -1);
    String expected =
        "{'provider':'"
            + dialect
            + "','id':'t1','failure':{'kind':'"
            + columns[0].strip()
            + "','origin':'relay'"
            + member("code", columns[1])
            + member("message", columns[2])
            + ",'httpStatus':"
            + httpStatus
            + ",'retry':'"
            + columns[3].strip()
            + "'},'findings':[]}";
    String line = line(dialect, status(httpStatus, body == null ? "" : body));

    assertThat(line.replaceFirst("\"findings\":\\[.*]}$", "\"findings\":[]}"))
        .isEqualTo(json(expected));
    if (httpStatus / 100 != 2) {
      assertThat(line).as("no findings").endsWith("\"findings\":[]}");
    }
  }

  private static String member(String name, String value) {
    return value.isBlank() ? "" : ",'" + name + "':'" + value.strip() + "'";
  }
}
