package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code verify} does in brief or leaves out for its time is done at length in .ci/run. */
class LongTestsTest {
  private static final Pattern COUNT =
      Pattern.compile("\\bInteger\\.getInteger\\(\"([\\w.]+)\", ([\\d_]+)\\)");

  private static final Pattern TAG = Pattern.compile("@Tag\\(([^)]*)\\)");
  private static final String LANDING = Modules.read(Root.path(".ci/run"));

  @Test
  void everyCountIsLargerThere() {
    Map<String, Integer> brief = new TreeMap<>();
    for (Path file : TestsDoNotSleepTest.tests()) {
      for (MatchResult found : COUNT.matcher(Modules.read(file)).results().toList()) {
        int count = Integer.parseInt(found.group(2).replace("_", ""));
        brief.merge(found.group(1), count, Math::max);
      }
    }

    assertThat(brief).isNotEmpty();
    brief.forEach(
        (name, count) -> assertThat(countThere(name)).as("-D" + name).isGreaterThan(count));
  }

  @Test
  void everyTaggedTestRunsThere() {
    Set<String> tags = new TreeSet<>();
    for (Path file : TestsDoNotSleepTest.tests()) {
      TAG.matcher(Modules.read(file)).results().forEach(found -> tags.add(found.group(1)));
    }

    assertThat(tags).containsExactly("\"long\"");
    assertThat(LANDING).containsPattern("\\./mvnw -B verify [^\\n]*-DexcludedGroups= ");
  }

  private static int countThere(String name) {
    Matcher found = Pattern.compile("-D" + Pattern.quote(name) + "=(\\d+)").matcher(LANDING);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }
}
