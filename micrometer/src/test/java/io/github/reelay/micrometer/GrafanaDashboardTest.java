package io.github.reelay.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
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

  private static final Pattern LABELS =
      Pattern.compile("(?:\\bby \\(|reelay_[a-z_]+\\{|\\{\\{)([a-z, ]+)(?=\\)|=|\\}\\})");

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

  /** Labels in braces and behind {@code by}, each with the metric that it belongs to. */
  @Test
  void everyLabelOfTheDashboardIsATag() throws IOException {
    Set<String> labels =
        Arrays.stream(ReelayTag.values()).map(ReelayTag::asString).collect(Collectors.toSet());
    String dashboard = Files.readString(Path.of("../docs/grafana-dashboard.json"));

    assertThat(LABELS.matcher(dashboard).results())
        .isNotEmpty()
        .allSatisfy(found -> assertThat(labels).contains(found.group(1).split(", ?")));
  }

  private static Set<String> names(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(match -> match.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
