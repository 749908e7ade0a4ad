package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContentRulesOfAProviderTest {
  private static final byte[] BODY =
      "{\"error\":{\"code\":\"E005\",\"message\":\"no\"}}".getBytes(StandardCharsets.UTF_8);

  @DisplayName("A provider reads with the rules that it was given, live and saved")
  @Test
  void readsWithItsRules() throws Exception {
    ContentRules rules = ContentRules.defaults().withCodes("E005");
    try (StubServer server =
            StubServer.start().then(400, new String(BODY, StandardCharsets.UTF_8));
        Provider own = provider(server).contentRules(rules).build();
        Provider plain = provider(server).build()) {
      assertThat(kind(own.query("t1"))).isEqualTo(FailureKind.CONTENT_REJECTED);
      assertThat(kind(own.read("t1", saved()))).isEqualTo(FailureKind.CONTENT_REJECTED);
      assertThat(kind(plain.query("t1"))).isEqualTo(FailureKind.INVALID_REQUEST);
    }
  }

  private static ProviderBuilder provider(StubServer server) {
    return Provider.builder(new ToapisDialect()).baseUrl(server.uri("")).key(() -> "key");
  }

  private static RecordedResponse saved() {
    return new RecordedResponse(400, Map.of("X", List.of()), BODY, null);
  }

  private static FailureKind kind(QueryResult result) {
    return ((QueryResult.Failed) result).failure().kind();
  }
}
