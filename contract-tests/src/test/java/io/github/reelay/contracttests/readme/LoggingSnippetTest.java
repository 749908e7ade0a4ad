package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.QueryTrace;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.sandbox.Sandbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippet of docs/logging.md. */
class LoggingSnippetTest {
  @Test
  void showsQueriesByTheirHost() {
    List<String> log = new ArrayList<>();
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();
        Provider plain =
            Provider.builder(new ToapisDialect())
                .baseUrl(sandbox.baseUrl("toapis"))
                .key(() -> sandbox.apiKey("toapis"))
                .build();
        Providers traced = traced(Providers.of(List.of(plain)), log)) {
      assertThat(traced.get("toapis").query("ok-1")).isInstanceOf(QueryResult.Found.class);
    }

    assertThat(log).containsExactly("127.0.0.1: HTTP 200");
  }

  private static Providers traced(Providers providers, List<String> log) {
    // snippet:query-trace
    QueryTrace trace =
        new QueryTrace() {
          @Override
          public void sent(URI url) {}

          @Override
          public void received(URI url, RecordedResponse response) {
            log.add(url.getHost() + ": HTTP " + response.httpStatus());
          }

          @Override
          public void failed(URI url, String diagnosis) {
            log.add(url.getHost() + ": " + diagnosis);
          }
        };
    Providers traced = providers.traced(trace); // use these in place of the others
    // end
    return traced;
  }
}
