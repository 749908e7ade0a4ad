package io.github.reelay.contracttools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;

class MutationTableTest {
  @Test
  void showsWhatWasNoticedWhatSurvivedAndWhatShouldNotHave() {
    Mutant tag = mutant(Kind.RENAME_TAG, "/tag", "renamed to Films");
    Mutant words = mutant(Kind.REWORD, "/description", "reworded");
    Mutant server = mutant(Kind.CHANGE_SERVER, "/server", "dropped");

    String table =
        MutationTable.of(
            List.of(
                new MutantResult(
                    tag, Check.COMPILE, "cannot find symbol", "the request depends on it"),
                new MutantResult(words, null, null, null),
                new MutantResult(server, null, null, "the request depends on it")));

    assertThat(table)
        .isEqualToNormalizingNewlines(
            """
            # Noticed

            | element | mutation | noticed by | it says |
            |---|---|---|---|
            | toapis /tag | rename tag: renamed to Films | COMPILE | cannot find symbol |

            # Survived, and nobody depends on it

            | element | mutation |
            |---|---|
            | toapis /description | reword: reworded |

            # Survived, though somebody depends on it

            expected a check to notice that in toapis.yaml /server is dropped, found none, though \
            the request depends on it; add an example, a golden file or a deviation that shows the \
            difference

            # Totals

            change server         1: survived 0, gaps 1
            rename tag            1: COMPILE 1, survived 0, gaps 0
            reword                1: survived 1, gaps 0
            all                   3: COMPILE 1, survived 1, gaps 1
            """);
  }

  @Test
  void thePageHasALineForEachProviderAndEachKind() {
    Mutant tag = mutant(Kind.RENAME_TAG, "/tag", "renamed to Films");
    Mutant words = mutant(Kind.REWORD, "/description", "reworded");

    assertThat(
            MutationTable.page(
                List.of(
                    new MutantResult(tag, Check.COMPILE, "no symbol", "the request depends on it"),
                    new MutantResult(words, null, null, null))))
        .endsWith(
            """

            ```
            toapis                2: COMPILE 1, survived 1, gaps 0
            ```

            By what is changed:

            ```
            rename tag            1: COMPILE 1, survived 0, gaps 0
            reword                1: survived 1, gaps 0
            all                   2: COMPILE 1, survived 1, gaps 0
            ```
            """);
  }

  private static Mutant mutant(Kind kind, String element, String change) {
    return new Mutant(Spec.of("toapis"), kind, element, change, edit -> {});
  }
}
