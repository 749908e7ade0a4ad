package io.github.reelay.contracttests.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlTest {
  @Test
  void keepsDecimalsAsWrittenAndTimesAsText() {
    String yaml = "{a: 1759763631.222531, b: 10.0, c: 2025-10-06, d: no, e: null, f: 7}";

    assertThat(Yaml.read(yaml))
        .hasToString(
            "{\"a\":1759763631.222531,\"b\":10.0,\"c\":\"2025-10-06\",\"d\":\"no\",\"e\":null,"
                + "\"f\":7}");
  }

  @Test
  void refusesAMemberThatStandsTwice() {
    assertThatThrownBy(() -> Yaml.read("{a: 1, a: 2}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected each member once, found a twice");
  }
}
