package io.github.reelay.contracttests.contradiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.contracttools.spec.ExampleServer;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Provider;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What 22codex documents in contradiction about the request. */
class Codex22RequestContradictionsTest {
  private final ExampleResponses codex22 = new ExampleResponses("22codex");

  @Test
  @DisplayName("CC1 the path is literal and the id a query parameter, its colon encoded")
  void queriesWithTheIdInTheQuery() throws IOException {
    assertThat(codex22.request().target())
        .isEqualTo("/v1/videos/video_id?id=sora-2%3Atask_01kbfq03gpe0wr9ge11z09xqrj");
  }

  @Test
  @DisplayName("CC6 the key is always sent, and without one nothing is")
  void sendsTheKeyAlways() throws IOException {
    assertThat(codex22.request().headers())
        .containsEntry("Authorization", List.of("Bearer " + TestProviders.KEY));

    try (ExampleServer server = ExampleServer.start();
        Provider keyless =
            Provider.builder(TestProviders.dialect("22codex"))
                .baseUrl(server.serve(Spec.of("22codex").example("running")))
                .key(() -> null)
                .build()) {
      assertThatThrownBy(() -> keyless.query("sora-2:task_1"))
          .isInstanceOf(MissingKeyException.class);
      assertThat(server.query()).isEmpty();
    }
  }

  @Test
  @DisplayName("CC7 the query is a GET without content type and without body")
  void sendsNoBody() throws IOException {
    ExampleServer.Query query = codex22.request();

    assertThat(query.method()).isEqualTo("GET");
    assertThat(query.bodyBytes()).isZero();
    assertThat(query.headers())
        .doesNotContainKeys("Content-type", "Content-length", "Transfer-encoding");
  }

  @Test
  @DisplayName("CC8 one Accept header is sent, though it is no parameter of the contract")
  void acceptsJsonOnce() throws IOException {
    assertThat(codex22.request().headers()).containsEntry("Accept", List.of("application/json"));
  }

  @Test
  @DisplayName("CC23 no host is forwarded")
  void forwardsNoHost() throws IOException {
    assertThat(codex22.request().headers()).doesNotContainKey("X-forwarded-host");
  }
}
