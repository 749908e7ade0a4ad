package io.github.reelay.spring;

import io.github.reelay.watch.Watcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code reelay}, where the actuator is on the class path and exposes it. */
@AutoConfiguration(after = ReelayWatcherAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(endpoint = ReelayEndpoint.class)
public class ReelayEndpointAutoConfiguration {

  /** Keeps how each open task was seen last. */
  @Bean
  OpenTaskList reelayOpenTaskList() {
    return new OpenTaskList();
  }

  @Bean
  @ConditionalOnMissingBean
  ReelayEndpoint reelayEndpoint(OpenTaskList tasks, ObjectProvider<Watcher> watcher) {
    return new ReelayEndpoint(tasks, watcher);
  }
}
