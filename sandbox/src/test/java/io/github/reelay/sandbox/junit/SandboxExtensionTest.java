package io.github.reelay.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.Sandbox;
import java.net.ConnectException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {
  @RegisterExtension
  static final SandboxExtension SHARED =
      SandboxExtension.create(Sandbox.builder().apiKey("toapis", "given"));

  private static final Set<Sandbox> SHARED_SEEN = new HashSet<>();
  private static final List<Sandbox> OWN_SEEN = new ArrayList<>();

  @RegisterExtension final SandboxExtension own = SandboxExtension.create();

  @AfterAll
  static void oneForTheClassAndOneForEachTest() {
    assertThat(SHARED_SEEN).hasSize(1);
    assertThat(OWN_SEEN).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThatThrownBy(() -> new Socket("127.0.0.1", OWN_SEEN.get(0).baseUrl("toapis").getPort()))
        .isInstanceOf(ConnectException.class);
  }

  @RepeatedTest(2)
  void theStaticFieldsSandboxServesAllTests() {
    SHARED_SEEN.add(SHARED.sandbox());
    OWN_SEEN.add(own.sandbox());

    assertThat(SHARED.sandbox().apiKey("toapis")).isEqualTo("given");
    assertThat(own.sandbox().apiKey("toapis")).isNotEqualTo("given");
  }

  @Test
  void outsideATestThereIsNoSandbox() {
    SandboxExtension unused = SandboxExtension.create();

    assertThatThrownBy(unused::sandbox)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a running test, found none; is the field annotated with RegisterExtension?");
  }

  @Nested
  class Inside {
    @Test
    void aNestedClassSharesTheStaticFieldsSandbox() {
      SHARED_SEEN.add(SHARED.sandbox());

      assertThat(SHARED.sandbox().providers()).contains("toapis");
    }
  }
}
