package io.github.reelay.contracttools.facts;

import static io.github.reelay.lint.facts.Reference.Kind.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.facts.Reference;
import io.github.reelay.lint.facts.References;
import java.util.List;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnJre;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestReferencesTest {

  @Test
  void takeSeveralFactsOfOneTest() {
    assertThat(TestReferences.in(List.of(Sound.class)).found())
        .containsExactlyInAnyOrder(
            new Reference("A1", TEST, "TestReferencesTest.Sound.claims"),
            new Reference("A2", TEST, "TestReferencesTest.Sound.claims"),
            new Reference("A3", TEST, "TestReferencesTest.Sound.claimsForEach"),
            new Reference("A4", TEST, "TestReferencesTest.Sound"));
  }

  @Test
  void reportATestThatIsDisabled() {
    assertThat(TestReferences.in(List.of(Unsound.class)).problems())
        .contains(sentence("A1", "TestReferencesTest.Unsound.isOff"));
  }

  @Test
  void reportATestThatDependsOnWhereItRuns() {
    assertThat(TestReferences.in(List.of(Unsound.class)).problems())
        .contains(sentence("A2", "TestReferencesTest.Unsound.isOffSomewhere"));
  }

  @Test
  void reportAMethodThatIsNoTest() {
    assertThat(TestReferences.in(List.of(Unsound.class)).problems())
        .contains(sentence("A3", "TestReferencesTest.Unsound.helps"));
  }

  @Test
  void reportAClassWithoutATestThatRuns() {
    References references = TestReferences.in(List.of(Unsound.class));

    assertThat(references.found()).isEmpty();
    assertThat(references.problems()).contains(sentence("A4", "TestReferencesTest.Unsound"));
  }

  @Test
  void reportAClassThatNoBuildRuns() {
    assertThat(TestReferences.in(List.of(NotNested.class)).problems())
        .containsExactly(sentence("A1", "TestReferencesTest.NotNested.claims"));
  }

  private static String sentence(String number, String place) {
    return "expected @Fact(\"%s\") on a test that every build runs, found it at %s: move it to one,"
            .formatted(number, place)
        + " or enable that";
  }

  @Nested
  @Fact("A4")
  class Sound {
    @Test
    @Fact("A1")
    @Fact("A2")
    void claims() {
      assertThat(Sound.class).hasAnnotation(Nested.class);
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    @Fact("A3")
    void claimsForEach(int number) {
      assertThat(number).isOne();
    }
  }

  @Nested
  @Fact("A4")
  class Unsound {
    @Test
    @Disabled("a fixture")
    @Fact("A1")
    void isOff() {
      throw new AssertionError("disabled");
    }

    @Test
    @DisabledOnJre(JRE.OTHER)
    @Fact("A2")
    void isOffSomewhere() {
      assertThat(Unsound.class).hasAnnotation(Nested.class);
    }

    @Fact("A3")
    void helps() {}
  }

  static class NotNested {
    @Test
    @Fact("A1")
    void claims() {
      throw new AssertionError("not run");
    }
  }
}
