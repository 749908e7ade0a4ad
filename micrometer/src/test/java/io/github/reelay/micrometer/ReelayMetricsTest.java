package io.github.reelay.micrometer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.telemetry.TelemetryListener.DownloadObserver;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ReelayMetricsTest {
  /** A row of the page: the name, the type with the unit, and the tags. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(reelay[a-z.]+)` \\| ([a-z ,]+) \\| ([a-z, ]+) \\| [^|]+ \\|$");

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final ReelayMetrics metrics = new ReelayMetrics(registry);

  @TempDir private Path folder;

  @BeforeEach
  void exercise() {
    Exercise.run(metrics, folder);
  }

  private double value(String name, String... tags) {
    return registry
        .get(name)
        .tags(tags)
        .meters()
        .iterator()
        .next()
        .measure()
        .iterator()
        .next()
        .getValue();
  }

  @Test
  void countsWhatHappened() {
    assertThat(value("reelay.queries", "provider", "toapis", "result", "found")).isEqualTo(2);
    assertThat(value("reelay.queries", "provider", "toapis", "result", "provider-error"))
        .isEqualTo(1);
    assertThat(value("reelay.responses.bad", "provider", "toapis", "kind", "provider-error"))
        .isEqualTo(1);
    assertThat(value("reelay.findings", "kind", "undocumented-field")).isEqualTo(1);
    assertThat(value("reelay.tasks.ended", "result", "succeeded")).isEqualTo(1);
    assertThat(value("reelay.downloads", "provider", "toapis", "result", "saved")).isEqualTo(1);
    assertThat(value("reelay.downloads.received", "provider", "toapis")).isEqualTo(17_993);
    assertThat(value("reelay.downloads.open", "provider", "toapis")).isZero();
    assertThat(value("reelay.downloads.expiry", "provider", "toapis")).isNaN();
    assertThat(value("reelay.store.writes", "result", "written")).isEqualTo(2);
  }

  @Test
  void showsWhatIsOpen() {
    Instant now = Instant.ofEpochMilli(clock.wallTime());
    DownloadObserver later = metrics.downloadOpened("toapis");
    later.expires(now.plusSeconds(900));
    DownloadObserver first = Exercise.leaveOpen(metrics, now.plusSeconds(120));

    assertThat(value("reelay.tasks.open", "provider", "toapis", "state", "running")).isEqualTo(1);
    assertThat(value("reelay.tasks.open", "provider", "toapis", "state", "unseen")).isEqualTo(1);
    assertThat(value("reelay.tasks.open", "state", "succeeded")).isZero();
    assertThat(value("reelay.downloads.open", "provider", "toapis")).isEqualTo(2);
    assertThat(value("reelay.downloads.expiry", "provider", "toapis")).isEqualTo(120);

    first.closed();
    clock.add(Duration.ofSeconds(60));

    assertThat(value("reelay.downloads.expiry", "provider", "toapis")).isEqualTo(840);
  }

  @Test
  void measuresFailuresToo() {
    DownloadObserver download = metrics.downloadOpened("22codex");
    download.started();
    clock.add(Duration.ofSeconds(7));
    download.ended("too-large");
    download.ended("closed"); // a second attempt that was queued
    metrics.storeWritten(3, Duration.ofMillis(5), new IOException("disk full"));

    assertThat(
            registry.get("reelay.downloads").tags("result", "too-large").timer().totalTime(SECONDS))
        .isEqualTo(7);
    assertThat(value("reelay.downloads", "result", "closed")).isEqualTo(1);
    assertThat(value("reelay.store.writes", "result", "failed")).isEqualTo(1);
  }

  @Test
  void thePageListsEveryMeterThatThereIs() throws IOException {
    Exercise.leaveOpen(metrics, Instant.EPOCH);
    Set<String> documented =
        ROW.matcher(Files.readString(Path.of("../docs/metrics.md")))
            .results()
            .map(row -> String.join("; ", row.group(1), row.group(2), row.group(3)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented)
        .isEqualTo(
            Arrays.stream(ReelayMeter.values())
                .map(ReelayMetricsTest::row)
                .collect(Collectors.toSet()));
    assertThat(registry.getMeters()).extracting(meter -> row(meter)).allMatch(documented::contains);
    assertThat(registry.getMeters().stream().map(meter -> meter.getId().getName()).distinct())
        .hasSize(ReelayMeter.values().length);
  }

  private static String row(ReelayMeter meter) {
    return row(
        meter.getName(),
        meter.getType(),
        meter.getBaseUnit(),
        Arrays.stream(meter.getKeyNames()).map(tag -> tag.asString()).toList());
  }

  private static String row(Meter meter) {
    Meter.Id id = meter.getId();
    String unit = id.getType() == Meter.Type.TIMER ? null : id.getBaseUnit();
    return row(id.getName(), id.getType(), unit, id.getTags().stream().map(Tag::getKey).toList());
  }

  private static String row(String name, Meter.Type type, String unit, List<String> tags) {
    String kind = type.name().toLowerCase(Locale.ROOT) + (unit == null ? "" : ", " + unit);
    return String.join("; ", name, kind, tags.stream().sorted().collect(Collectors.joining(", ")));
  }

  @Test
  void noTagHoldsAKeyAnIdOrAUrl() {
    List<String> values =
        registry.getMeters().stream()
            .flatMap(meter -> meter.getId().getTags().stream())
            .map(Tag::getValue)
            .distinct()
            .toList();

    assertThat(values).contains("toapis", "found").allMatch(value -> value.matches("[a-z-]{3,24}"));
    assertThat(String.join(" ", values)).doesNotContain("secret", "odd", "127.0.0.1");
  }

  /** Words of providers are no tags: they would make as many meters as there are words. */
  @Test
  void whatAProviderWritesMakesNoMeter() {
    Exercise.odd(metrics, 0, 40);
    Set<Meter.Id> before = ids();

    Exercise.odd(metrics, 40, 80);

    assertThat(ids()).isEqualTo(before).hasSizeLessThan(60);
    assertThat(ids().toString()).doesNotContain("word-", "code-", "field-");
  }

  private Set<Meter.Id> ids() {
    return registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
  }
}
