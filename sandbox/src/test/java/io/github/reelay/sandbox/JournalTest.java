package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTest {

  @Test
  void theOldestRequestsGiveWayToNewOnes() {
    Journal journal = new Journal();

    for (int number = 0; number <= Journal.MOST; number++) {
      Call call = new Call("GET", URI.create("/toapis/" + number), Map.of());
      journal.record(Instant.EPOCH, "toapis", call, 200);
    }

    assertThat(journal.requests()).hasSize(10_000);
    assertThat(journal.requests().get(0).target()).isEqualTo("/toapis/1");
    assertThat(journal.requests().get(9_999).target()).isEqualTo("/toapis/10000");
  }
}
