package io.github.reelay.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import feign.AsyncFeign;
import feign.Feign;
import feign.Retryer;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, with the characters that Feign alone would leave or interpret. */
class TaskIdOverFeignTest {
  private SampleServer server;
  private SampleApi api;
  private SampleApi.Async async;

  @BeforeEach
  void start() throws IOException {
    server = new SampleServer();
    server.responds(200, "{}");
    api =
        Feign.builder()
            .decoder(new ContractDecoder())
            .retryer(Retryer.NEVER_RETRY)
            .target(SampleApi.class, server.baseUrl());
    async =
        AsyncFeign.builder()
            .decoder(new ContractDecoder())
            .retryer(Retryer.NEVER_RETRY)
            .target(SampleApi.Async.class, server.baseUrl());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "task_1, task_1",
    "a/b, a%2Fb",
    "a%2Fb, a%252Fb",
    "%2e%2e, %252e%252e",
    "%2E%2E/admin, %252E%252E%2Fadmin",
    "../admin, ..%2Fadmin",
    "/etc, %2Fetc",
    "//host/x, %2F%2Fhost%2Fx",
    "..., ...",
    "sora-2:task_x, sora-2%3Atask_x",
    "任务, %E4%BB%BB%E5%8A%A1",
    "a?x=1&y#z;p, a%3Fx%3D1%26y%23z%3Bp",
    "a b+c, a%20b%2Bc",
    "{id}, %7Bid%7D",
    "a%0d%0ab, a%250d%250ab",
    "100%, 100%25"
  })
  void theIdStaysOneSegmentAndOneValue(String id, String encoded) {
    api.inPath(id);
    api.raw(id).close();
    api.inQuery(id);
    async.inPath(id).join();
    async.inQuery(id).join();

    assertThat(server.targets())
        .containsExactly(
            "/v1/videos/" + encoded,
            "/v1/videos/" + encoded,
            "/v1/query?task_id=" + encoded,
            "/v1/videos/" + encoded,
            "/v1/query?task_id=" + encoded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a\r\nHost: b", "\n", "a\u0000", "\uD83D"})
  void whatCannotBeQueriedIsRefusedBeforeAnyRequest(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> api.inPath(id));
    assertThatIllegalArgumentException().isThrownBy(() -> api.inQuery(id));
    assertThatIllegalArgumentException().isThrownBy(() -> api.raw(id));
    assertThatIllegalArgumentException().isThrownBy(() -> async.inPath(id).join());

    assertThat(server.targets()).isEmpty();
  }
}
