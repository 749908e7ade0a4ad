package io.github.reelay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LazyTest {
  private final AtomicInteger made = new AtomicInteger();
  private final Lazy<String> lazy =
      new Lazy<>("transport") {
        @Override
        protected String make() {
          return "made " + made.incrementAndGet();
        }
      };

  @DisplayName("It is made at the first need and never again, whichever caller comes")
  @Test
  void makesOne() throws Exception {
    assertThat(made).hasValue(0);
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      CompletableFuture<String> queried = new CompletableFuture<>();
      all.add(queried);
      new Thread(() -> queried.completeAsync(lazy::get, task -> await(start, task))).start();
    }
    start.countDown();

    for (CompletableFuture<String> queried : all) {
      assertThat(queried.get()).isEqualTo("made 1");
    }
    assertThat(lazy.unlessClosed()).isSameAs(lazy.get());
  }

  private static void await(CountDownLatch start, Runnable task) {
    try {
      start.await();
      task.run();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @DisplayName("What was made is given away once, and nothing is made afterwards")
  @Test
  void givesAwayWhatWasMade() {
    lazy.get();

    assertThat(lazy.close()).isEqualTo("made 1");
    assertThat(lazy.close()).isNull();
    assertThat(lazy.unlessClosed()).isNull();
    assertThat(made).hasValue(1);
  }

  @DisplayName("What was closed before its first use is never made")
  @Test
  void makesNothingOnceClosed() {
    assertThat(lazy.close()).isNull();

    assertThat(lazy.unlessClosed()).isNull();
    assertThatThrownBy(lazy::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected an open transport, found a closed one; open another one");
    assertThat(made).hasValue(0);
  }
}
