package io.github.reelay.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard shows metrics that there are. */
@Timeout(60)
class GrafanaDashboardTest {
  private static final Pattern METRIC = Pattern.compile("\\breelay_[a-z_]+");

  @TempDir private Path folder;

  @Test
  void everyMetricOfTheDashboardIsScraped() throws IOException {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ReelayMetrics metrics = new ReelayMetrics(registry);
    Exercise.run(metrics, folder);
    Exercise.leaveOpen(metrics, Instant.EPOCH);

    Set<String> named = names(Files.readString(Path.of("../docs/grafana-dashboard.json")));

    assertThat(named).hasSizeGreaterThan(10);
    assertThat(names(registry.scrape())).containsAll(named);
  }

  private static Set<String> names(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
