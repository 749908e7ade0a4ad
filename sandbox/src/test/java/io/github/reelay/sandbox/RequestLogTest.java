package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  @Test
  void theOldestRequestsGiveWayToNewOnes() {
    RequestLog requestLog = new RequestLog();

    for (int number = 0; number <= RequestLog.MOST; number++) {
      IncomingRequest request =
          new IncomingRequest("GET", URI.create("/toapis/" + number), Map.of());
      requestLog.record(Instant.EPOCH, "toapis", request, 200);
    }

    assertThat(requestLog.requests()).hasSize(10_000);
    assertThat(requestLog.requests().get(0).target()).isEqualTo("/toapis/1");
    assertThat(requestLog.requests().get(9_999).target()).isEqualTo("/toapis/10000");
  }
}
