package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code verify} does in brief or leaves out for its time is done at length in .ci/run. */
class LongTestsTest {
  private static final Pattern COUNT =
      Pattern.compile("\\bInteger\\.getInteger\\(\"([\\w.]+)\", ([\\d_]+)\\)");

  private static final Pattern TAG = Pattern.compile("@Tag\\(([^)]*)\\)");
  private static final String LANDING = Modules.read(Root.path(".ci/run"));

  @Test
  void everyCountIsLargerThere() {
    assertThat(inTests(COUNT))
        .isNotEmpty()
        .allSatisfy(
            brief ->
                assertThat(countThere(brief.group(1)))
                    .as("-D" + brief.group(1))
                    .isGreaterThan(Integer.parseInt(brief.group(2).replace("_", ""))));
  }

  @Test
  void everyTaggedTestRunsThere() {
    assertThat(inTests(TAG).map(found -> found.group(1))).containsOnly("\"long\"");
    assertThat(LANDING).containsPattern("\\./mvnw -B verify [^\\n]*-DexcludedGroups= ");
  }

  private static Stream<MatchResult> inTests(Pattern pattern) {
    return TestsDoNotSleepTest.tests().stream()
        .flatMap(file -> pattern.matcher(Modules.read(file)).results());
  }

  private static int countThere(String name) {
    Matcher found = Pattern.compile("-D" + Pattern.quote(name) + "=(\\d+)").matcher(LANDING);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
