package io.github.reelay.spring;

import io.github.reelay.provider.Providers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health of the providers and of the handle store. */
@AutoConfiguration(after = ReelayAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Providers.class)
@ConditionalOnEnabledHealthIndicator("reelay")
public class ReelayHealthAutoConfiguration {

  /** Hears how providers respond and whether the store is written. */
  @Bean
  ProviderStates reelayProviderStates() {
    return new ProviderStates();
  }

  /** Down if a provider refuses or is unreachable, or if the store could not be written. */
  @Bean
  @ConditionalOnMissingBean(name = "reelayHealthIndicator")
  HealthIndicator reelayHealthIndicator(ProviderStates states) {
    return new ReelayHealthIndicator(states);
  }
}
