package io.github.reelay.lint.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.evolution.Changelog.Entry;
import org.junit.jupiter.api.Test;

class ChangelogTest {
  @Test
  void readsTheContractsOfTheUnreleasedPartOnly() {
    Changelog changelog =
        Changelog.parse(
            """
            # Changelog
            - contract toapis 0.0.1: before.

            ## Unreleased
            ### Changed
            - The command has a new option,
              - contract toapis 0.0.2: inside another entry.
            - contract toapis 0.2.0: `A.b` is gone
              (breaking),
              `A.c` is new.

              Not indented by chance, but no more of it.
            - contract 22codex 0.1.1: words.
            - contract xingchaoyiqing: no version.
            ## 0.1.0
            - contract toapis 0.1.0: after.
            """);

    assertThat(changelog.entries())
        .containsExactly(
            new Entry("toapis", "0.2.0", "`A.b` is gone (breaking), `A.c` is new."),
            new Entry("22codex", "0.1.1", "words."));
  }

  @Test
  void hasNothingWithoutAnUnreleasedPart() {
    assertThat(Changelog.parse("- contract toapis 0.2.0: a.\n").entries()).isEmpty();
  }
}
