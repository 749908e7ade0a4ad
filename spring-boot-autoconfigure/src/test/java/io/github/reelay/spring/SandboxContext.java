package io.github.reelay.spring;

import io.github.reelay.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Contexts whose providers are the sandbox, where each task has ended at its first query. */
final class SandboxContext implements AutoCloseable {
  final Sandbox sandbox = Sandbox.builder().stepByQueries(0, 0).start();

  static ApplicationContextRunner plain() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                ReelayAutoConfiguration.class,
                ReelayClusterAutoConfiguration.class,
                ReelayWatcherAutoConfiguration.class,
                ReelayHealthAutoConfiguration.class,
                ReelayEndpointAutoConfiguration.class,
                ReelayMetricsAutoConfiguration.class,
                ReelayPageAutoConfiguration.class));
  }

  ApplicationContextRunner runner() {
    List<String> properties = new ArrayList<>();
    properties.add("reelay.downloads.allow-private-addresses=true");
    for (String provider : sandbox.providers()) {
      String prefix = "reelay.providers." + provider + ".";
      properties.add(prefix + "base-url=" + sandbox.baseUrl(provider));
      properties.add(prefix + "api-key=" + sandbox.apiKey(provider));
    }
    return plain().withPropertyValues(properties.toArray(String[]::new));
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
