package io.github.reelay.contracttests.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.TestProviders;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every numbered contradiction has a test that names it, or a reason here why it can have none. */
class ContradictionCoverageTest {
  /** Those that touch neither an answer nor the request nor the polling rules. */
  private static final Map<String, String> WITHOUT_A_TEST =
      Map.of(
          "TC16", "one sample stands twice on the page; our document holds it once",
          "CC9", "the page describes another operation; prose only, ours says what it does",
          "CC26", "a blank in a summary and numbered examples; prose only, ours are named");

  private static final Pattern NUMBER = Pattern.compile("^([TXC]C\\d+) \\S.*");

  @Test
  void eachIsEitherTestedOrListedWithAReason() {
    List<String> covered = new ArrayList<>(tested().distinct().toList());
    covered.addAll(WITHOUT_A_TEST.keySet());

    assertThat(covered).containsExactlyInAnyOrderElementsOf(all().toList());
  }

  private static Stream<String> all() {
    return Stream.of(numbers("TC", 18), numbers("XC", 11), numbers("CC", 26)).flatMap(each -> each);
  }

  private static Stream<String> numbers(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + number);
  }

  private static Stream<String> tested() {
    return TestProviders.names().stream()
        .map(ContradictionCoverageTest::tests)
        .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
        .map(ContradictionCoverageTest::name)
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1));
  }

  /** The class is named as the provider's dialect is. */
  private static Class<?> tests(String provider) {
    String dialect = TestProviders.dialect(provider).getClass().getSimpleName();
    String name = dialect.replace("Dialect", "ContradictionsTest");
    try {
      return Class.forName(ContradictionCoverageTest.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(
          "expected " + name + " with the contradictions of " + provider + ", found none", missing);
    }
  }

  private static String name(Method method) {
    DisplayName name = method.getAnnotation(DisplayName.class);
    return name == null ? "" : name.value();
  }
}
