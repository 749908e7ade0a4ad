package io.github.reelay.lint.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.document.Yaml;
import org.junit.jupiter.api.Test;

/** Which examples show a fact: one of each way in which an example can. */
class FactExamplesTest {
  private static final String REGISTER =
      """
      provider: acme
      letter: A
      facts:
        A1: {says: A sample is shown., words: sample, holds: {samples.queued: {/status: queued}}}
        A2: {says: A summary is shown., words: summary}
        A3: {says: A response is shown., words: response}
        A4: {says: A member is shown., words: member}
        A5: {says: Done is the end., words: end, holds: {Task.status: {x-means: {succeeded: [done, over]}}}}
        A6: {says: A part is shown., words: part}
        A7: {says: An element is shown., words: element}
        A8: {says: Nothing is shown., words: nothing}
      contradictions:
        AC1: {says: A status is a text and a number.}
      """;
  private static final String SPEC =
      """
      paths:
        /tasks/{id}:
          get:
            responses:
              '200':
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Task'}
                    examples:
                      queued: {value: {status: queued, seconds: 3}}
                      done: {summary: 'As documented (A2).', value: {status: done, video: {url: u}}}
                      over: {value: {status: over, parts: [{size: 1}]}}
              '404':
                x-facts: [A3]
                content:
                  application/json:
                    examples: {not-found: {value: {}}}
      components:
        schemas:
          Task:
            properties:
              status: {type: string, x-facts: [A1, A5]}
              seconds: {type: integer, x-facts: [A4]}
              video: {allOf: [{$ref: '#/components/schemas/Video'}]}
              parts: {type: array, items: {properties: {size: {type: integer, x-facts: [A7]}}}}
          Video:
            properties:
              url: {type: string, x-facts: [A6]}
      """;

  @Test
  void findsTheSampleTheSummaryTheResponseAndEachValueOfACitingProperty() {
    FactRegister register = FactRegister.read("acme", REGISTER);

    assertThat(FactExamples.in(register, Yaml.read(SPEC)))
        .hasToString(
            "{A1=[queued], A2=[done], A3=[not-found], A4=[queued], A5=[done, over], A6=[done],"
                + " A7=[over]}");
  }
}
