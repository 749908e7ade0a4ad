package io.github.reelay.lint.facts;

import static io.github.reelay.lint.facts.Samples.inSpec;
import static io.github.reelay.lint.facts.Samples.inTest;
import static io.github.reelay.lint.facts.Samples.traceability;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceabilityReportTest {

  @Test
  void printsAFewLinesForEachProvider() {
    assertThat(Table.of(traceability(Samples.register(), inSpec("A1"), inSpec("A2"))))
        .isEqualToNormalizingNewlines(
            """
            acme: 2 facts, 1 contradictions, 1 pieces of evidence
              in the spec      2  A1-A2
            """);
  }

  @Test
  void printsWhatHasNoHome() {
    Traceability traceability = traceability(Samples.register(), inSpec("A1"), inTest("A1"));

    assertThat(Table.of(traceability))
        .isEqualToNormalizingNewlines(
            """
            acme: 2 facts, 1 contradictions, 1 pieces of evidence
              spec and test    1  A1
              WITHOUT A HOME   1  A2
            """);
  }

  @Test
  void writesALineForEachFactAndEachContradiction() {
    FactRegister register = Samples.registerWithoutPlaceForTheSecond();
    Traceability traceability =
        traceability(register, inSpec("A1"), inTest("A1"), inTest("AC1"), inTest("AE2"));

    assertThat(TraceabilityPage.of(traceability))
        .endsWith(
            """
            | provider | facts | in the spec | in a test | in a pact | in a golden file | not applicable | contradictions | evidence |
            |---|---|---|---|---|---|---|---|---|
            | acme | 2 | 1 | 1 | 1 | 1 | 1 | 1 | 1 |

            ## acme

            `GET /tasks/{id}`, operation `getTask` of `acme.yaml`, compared with the documentation on 2026-11-21.
            The pact is `reelay-normalizer-acme.json`; the golden files are in `golden/acme`.

            | fact | says | spec | test | pact | golden file |
            |---|---|---|---|---|---|
            | A1 | A task has an id. | `Task.id` | `AcmeTest.watches` | `a query for a task`, `a third query` | `first`, `second` |
            | A2 | Tasks are fun to watch. | not applicable: It is a matter of taste. |  |  |  |

            | contradiction | says | resolved |
            |---|---|---|
            | AC1 | The id is text here and a number there. | Text counts. `AcmeTest.watches` |

            | evidence | says | where | seen | cited by |
            |---|---|---|---|---|
            | AE2 | A twin numbers tasks from 1. | https://twin.example/tasks | 2026-11-21 | code and tests |
            """);
  }

  @Test
  void aFactAboutTheRequestIsHeldByEveryInteraction() {
    Reference inParameters = new Reference("A2", Reference.Kind.SPEC, "acme.yaml parameters.id");

    assertThat(TraceabilityPage.of(traceability(Samples.register(), inParameters)))
        .contains("| A2 | Tasks are fun to watch. | `parameters.id` |  | every interaction |  |\n");
  }

  @Test
  void saysHowToRewriteAPageThatIsNotCurrent() {
    assertThat(TraceabilityPage.differences("one\ntwo\n", "one\r\n"))
        .containsExactly(
            "expected line 2 of docs/traceability.md to be 'two', found no line at all; rewrite the"
                + " page by ./mvnw -pl api-specs -am test -Dtraceability.rewrite=true");
  }

  @Test
  void takesAPageForCurrentWhateverItsLineEnds() {
    assertThat(TraceabilityPage.differences("one\ntwo\n", "one\r\ntwo\r\n")).isEmpty();
  }
}
