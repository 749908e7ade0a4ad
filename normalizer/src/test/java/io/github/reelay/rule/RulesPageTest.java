package io.github.reelay.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contract.Finding;
import io.github.reelay.task.TaskStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/rules.md lists every kind of finding and every common status text. */
class RulesPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `?([a-z-]+)`? \\| (.+) \\|$");

  @Test
  void listsEveryKindOfFinding() throws IOException {
    assertThat(rows("Findings about the contract").stream().map(row -> row.group(1)).skip(1))
        .containsExactlyElementsOf(
            Arrays.stream(Finding.Kind.values()).map(Finding.Kind::jsonName).toList());
  }

  @Test
  void listsEveryCommonStatusText() throws IOException {
    Map<String, TaskStatus> listed = new HashMap<>();
    for (MatchResult row : rows("Status texts").stream().skip(1).toList()) {
      TaskStatus status = TaskStatus.valueOf(row.group(1).toUpperCase(Locale.ROOT));
      List.of(row.group(2).split(" ")).forEach(text -> listed.put(text, status));
    }

    assertThat(listed).isEqualTo(CommonTexts.ALL);
  }

  /** The rows of the table below a heading, that of the names first. */
  private static List<MatchResult> rows(String heading) throws IOException {
    return ROW.matcher(section(heading)).results().toList();
  }

  private static String section(String heading) throws IOException {
    String page = Files.readString(Path.of("../docs/rules.md"));
    return page.split("\\n## " + heading + "\\n")[1].split("\\n## ")[0];
  }
}
