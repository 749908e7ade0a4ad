package io.github.reelay.contracttests.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.lint.facts.FactFolder;
import io.github.reelay.lint.facts.RegisterEntry;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;

/** Every numbered contradiction has a test that names it, or a reason here why it can have none. */
class ContradictionCoverageTest {
  private static final String TESTS = "io.github.reelay.contracttests";

  /** Those that touch neither a response nor the request nor the polling rules. */
  private static final Map<String, String> WITHOUT_A_TEST =
      Map.of(
          "TC16", "one sample stands twice on the page; our document holds it once",
          "CC9", "the page describes another operation; prose only, ours says what it does",
          "CC26", "a blank in a summary and numbered examples; prose only, ours are named");

  private static final Pattern NUMBER = Pattern.compile("^((?:[A-Z]C\\d+, )*[A-Z]C\\d+) \\S.*");

  @Test
  void eachIsEitherTestedOrListedWithAReason() throws IOException {
    List<String> covered = new ArrayList<>(tested().distinct().toList());
    covered.addAll(WITHOUT_A_TEST.keySet());

    assertThat(covered).containsExactlyInAnyOrderElementsOf(all().toList());
  }

  private static Stream<String> all() throws IOException {
    Path specs = Root.path("api-specs/src/main/resources/io/github/reelay/specs");
    return new FactFolder(specs)
        .registers().stream()
            .flatMap(register -> register.contradictions().stream())
            .map(RegisterEntry::number);
  }

  private static Stream<String> tested() {
    return ReflectionSupport.findAllClassesInPackage(TESTS, type -> true, name -> true).stream()
        .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
        .map(ContradictionCoverageTest::name)
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .flatMap(match -> Arrays.stream(match.group(1).split(", ")));
  }

  private static String name(Method method) {
    DisplayName name = method.getAnnotation(DisplayName.class);
    return name == null ? "" : name.value();
  }
}
