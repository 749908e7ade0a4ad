package io.github.reelay.contracttools.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.document.Yaml;
import org.junit.jupiter.api.Test;

class SpecTest {
  @Test
  void namesTheMembersOfAValueWhateverTheyAreCalled() {
    Spec spec =
        new Spec(
            "jobs",
            Yaml.read(
                """
                components:
                  schemas:
                    Job:
                      properties:
                        id: {x-reelay: id}
                        state: {x-reelay: [status, status.finer]}
                        length: {type: integer}
                    ShortJob:
                      properties:
                        state: {x-reelay: status}
                """));

    assertThat(spec.members("status")).containsExactly("state");
    assertThat(spec.members("video.url")).isEmpty();
  }
}
