package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaiversTest {
  private static final Change GONE = new Change(Severity.BREAKING, "/a/b", "A.b", "is gone");
  private static final Change PATCHED = new Change(Severity.PATCH, "/a/b", "A.b", "is gone");
  private static final String WAIVER = "provider: toapis, pointer: /a/b, change: is gone";

  @Test
  void lowersTheOneChangeThatItQuotes() {
    Waivers waivers = waivers(WAIVER + ", reason: never sent");
    Change elsewhere = new Change(Severity.BREAKING, "/a/c", "A.c", "is gone");
    Change otherwise = new Change(Severity.BREAKING, "/a/b", "A.b", "may now be null");

    List<Change> changes = waivers.apply("toapis", List.of(GONE, elsewhere, otherwise));

    assertThat(changes).containsExactly(PATCHED, elsewhere, otherwise);
    assertThat(waivers.problems()).isEmpty();
  }

  @Test
  void isUnusedForAnotherProvider() {
    Waivers waivers = waivers(WAIVER + ", reason: never sent");

    assertThat(waivers.apply("22codex", List.of(GONE))).containsExactly(GONE);
    assertThat(waivers.problems()).containsExactly(unused());
  }

  @Test
  void isUnusedForAPatch() {
    Waivers waivers = waivers(WAIVER + ", reason: never sent");

    assertThat(waivers.apply("toapis", List.of(PATCHED))).containsExactly(PATCHED);
    assertThat(waivers.problems()).containsExactly(unused());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ", reason: ", ", reason: null", ", reason: '  '"})
  void lowersNothingWithoutAReason(String reason) {
    Waivers waivers = waivers(WAIVER + reason);

    assertThat(waivers.apply("toapis", List.of(GONE))).containsExactly(GONE);
    assertThat(waivers.problems())
        .containsExactly(
            """
            api-specs/baseline/waivers.yaml: expected a reason in the waiver of toapis at /a/b, \
            found none; write why nobody notices.\
            """);
  }

  @Test
  void lowersNothingWithAKeyThatIsNotKnown() {
    Waivers waivers = waivers(WAIVER + ", reason: never sent, until: 2027");

    assertThat(waivers.apply("toapis", List.of(GONE))).containsExactly(GONE);
    assertThat(waivers.problems())
        .containsExactly(
            """
            api-specs/baseline/waivers.yaml: expected a waiver with provider, pointer, change and \
            reason, found [provider, pointer, change, reason, until]; write these four.\
            """);
  }

  @Test
  void lowersNothingWithoutThePlace() {
    Waivers waivers = waivers("provider: toapis, change: is gone, reason: never sent");

    assertThat(waivers.apply("toapis", List.of(GONE))).containsExactly(GONE);
    assertThat(waivers.problems())
        .containsExactly(
            """
            api-specs/baseline/waivers.yaml: expected a waiver with provider, pointer, change and \
            reason, found [provider, change, reason]; write these four.\
            """);
  }

  private static Waivers waivers(String members) {
    return Waivers.parse("api-specs/baseline/waivers.yaml", "waivers: [{" + members + "}]");
  }

  private static String unused() {
    return """
    api-specs/baseline/waivers.yaml: expected a breaking or minor change of toapis at /a/b \
    that reads 'is gone', found none; delete the waiver.\
    """;
  }
}
