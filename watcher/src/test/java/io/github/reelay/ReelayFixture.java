package io.github.reelay;

import static java.time.Duration.ofHours;

import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A client of the sandbox. The time of both is virtual and moves on by itself, so that the test may
 * block.
 */
final class ReelayFixture implements AutoCloseable {
  final VirtualScheduler time = new VirtualScheduler(Instant.parse("2026-01-01T00:00:00Z"));
  final Sandbox sandbox =
      Sandbox.builder().clock(time.clock()).stepByClock(ofHours(1), ofHours(2)).start();
  private final Thread mover = new Thread(this::move, "moves-the-time");

  ReelayFixture() {
    mover.setDaemon(true);
    mover.start();
  }

  private void move() {
    try {
      time.runUntilClosed();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A builder with the sandbox's environment. Each task is queried every ten minutes. */
  ReelayBuilder builder() {
    return Reelay.builder()
        .environment(environment())
        .scheduler(time)
        .rules(rules -> rules.withInterval(Duration.ofMinutes(10)).withTimeout(ofHours(5)))
        .downloads(downloads -> downloads.allowPrivateAddresses(true));
  }

  Map<String, String> environment() {
    Map<String, String> variables = new HashMap<>();
    for (String provider : sandbox.providers()) {
      variables.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      variables.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return variables;
  }

  /** The time since the beginning. */
  Duration elapsed() {
    return Duration.ofNanos(time.nanoTime());
  }

  @Override
  public void close() {
    time.close();
    sandbox.close();
  }
}
