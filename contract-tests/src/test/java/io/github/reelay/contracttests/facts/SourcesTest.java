package io.github.reelay.contracttests.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SourcesTest {

  @Test
  void missTheRegisterOfAProviderThatHasNone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Sources.text("facts/acme.yaml"))
        .withMessage("expected facts/acme.yaml in api-specs, found none: every provider needs one");
  }

  @Test
  void coverEveryProviderThatAProgramFinds() {
    assertThat(Sources.read().sources())
        .extracting(source -> source.register().provider())
        .containsExactly("22codex", "toapis", "xingchaoyiqing");
  }

  @Test
  void coverEveryNumberOfEachProvider() {
    assertThat(Sources.read().sources())
        .extracting(source -> source.register().range())
        .containsExactly("C1 to C64", "T1 to T69", "X1 to X36");
  }
}
