package io.github.reelay.spring;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** What the last responses of providers and the last write to the store say. */
final class ReelayHealthIndicator extends AbstractHealthIndicator {
  private final ProviderStates states;

  ReelayHealthIndicator(ProviderStates states) {
    super("expected the health of Reelay, found an exception");
    this.states = states;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder
        .status(states.areUsable() && !states.isStoreFailed() ? "UP" : "DOWN")
        .withDetail("providers", states.reasons())
        .withDetail("store", states.isStoreFailed() ? "not written" : "writable");
  }
}
