package io.github.reelay.cluster.internal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {

  @Test
  void theFirstReplicasHoldWhatIsLeftOver() {
    assertThat(shares(3)).containsExactly(22, 21, 21);
    assertThat(shares(7)).containsExactly(10, 9, 9, 9, 9, 9, 9);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 33, 63, 64, 65, 100})
  void allPartitionsAreHeldAndNobodyHoldsTwoMoreThanAnother(int replicas) {
    List<Integer> shares = shares(replicas);

    assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(64);
    assertThat(shares.get(0) - shares.get(replicas - 1)).isBetween(0, 1);
  }

  private static List<Integer> shares(int replicas) {
    return IntStream.range(0, replicas)
        .mapToObj(rank -> Balance.share(64, rank, replicas))
        .toList();
  }
}
