package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Clock, sleeper, randomness and console arrive from outside; each real one is named once. */
class RealEffectsTest {
  /** What reaches outside the program, as owner and member. */
  static final List<String> EFFECTS =
      List.of(
          "java.lang.System.(currentTimeMillis|nanoTime)",
          "java.time.Clock.system.*",
          "java.time.(Instant|LocalDate|LocalDateTime|OffsetDateTime|ZonedDateTime).now",
          "java.lang.Thread.sleep|java.util.concurrent.TimeUnit.sleep"
              + "|java.util.concurrent.locks.LockSupport.park(Nanos|Until)",
          "java.util.(Random|SplittableRandom).<init>|java.lang.Math.random"
              + "|java.security.SecureRandom.<init>"
              + "|java.util.concurrent.ThreadLocalRandom.current");

  /** Every module but those that speak to a person. */
  static final List<String> LIBRARIES =
      Modules.FOLDERS.stream()
          .filter(module -> !Set.of("cli", "contract-lint").contains(module))
          .toList();

  private static final Pattern CONSOLE = Pattern.compile("java.lang.System.(out|err|in)");

  @ParameterizedTest
  @FieldSource("EFFECTS")
  void isNamedByOneClassOfAModuleAtMost(String effect) {
    Pattern pattern = Pattern.compile(effect);

    assertThat(Modules.FOLDERS)
        .allSatisfy(
            module -> assertThat(users(module, pattern)).as(module).hasSizeLessThanOrEqualTo(1));
  }

  @Test
  void theRealClockIsFoundWhereItIsNamed() {
    Pattern clock = Pattern.compile(EFFECTS.get(1));

    assertThat(users("normalizer", clock)).containsExactly("ProviderBuilder");
  }

  @ParameterizedTest
  @FieldSource("LIBRARIES")
  void noLibraryUsesTheConsole(String module) {
    assertThat(users(module, CONSOLE)).isEmpty();
  }

  @Test
  void ofTheLintOnlyItsCommandUsesTheConsole() {
    assertThat(users("contract-lint", CONSOLE)).containsExactly("ContractLint");
  }

  private static Set<String> users(String module, Pattern effect) {
    Set<String> users = new TreeSet<>();
    Modules.classes().stream()
        .filter(type -> Modules.of(type).equals(module))
        .filter(type -> accesses(type).anyMatch(name -> effect.matcher(name).matches()))
        .forEach(type -> users.add(outermost(type).getSimpleName()));
    return users;
  }

  private static Stream<String> accesses(JavaClass type) {
    return type.getAccessesFromSelf().stream().map(RealEffectsTest::name);
  }

  private static String name(JavaAccess<?> access) {
    return access.getTargetOwner().getName() + "." + access.getTarget().getName();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(RealEffectsTest::outermost).orElse(type);
  }
}
