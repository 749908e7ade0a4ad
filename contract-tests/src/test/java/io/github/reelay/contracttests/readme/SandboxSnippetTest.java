package io.github.reelay.contracttests.readme;

// snippet:sandbox-test
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.junit.SandboxExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class SandboxSnippetTest {
  @Test
  void reportsThatATaskIsUnknown(Sandbox sandbox) {
    URI baseUrl = sandbox.baseUrl("toapis");
    String key = sandbox.apiKey("toapis");
    try (Provider toapis =
        Provider.builder(new ToapisDialect()).baseUrl(baseUrl).key(() -> key).build()) {
      QueryResult.Failed result = (QueryResult.Failed) toapis.query("missing-1");
      assertThat(result.failure().kind()).isEqualTo(FailureKind.NOT_FOUND);
    }
  }
}
// end
