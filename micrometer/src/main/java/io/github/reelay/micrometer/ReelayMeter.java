package io.github.reelay.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/** The meters of {@link ReelayMetrics}: names, types, units and tags. */
public enum ReelayMeter implements MeterDocumentation {
  /** Queries, with the time from sending one to its result. */
  QUERIES("reelay.queries", Meter.Type.TIMER, null, ReelayTag.PROVIDER, ReelayTag.RESULT),
  /** Bad responses: provider errors, unreadable responses, and no response. */
  BAD_RESPONSES(
      "reelay.responses.bad", Meter.Type.COUNTER, null, ReelayTag.PROVIDER, ReelayTag.KIND),
  /** Places where responses differ from the contract of their provider. */
  FINDINGS("reelay.findings", Meter.Type.COUNTER, null, ReelayTag.PROVIDER, ReelayTag.KIND),
  /** Tasks that are watched now. */
  OPEN_TASKS("reelay.tasks.open", Meter.Type.GAUGE, null, ReelayTag.PROVIDER, ReelayTag.STATE),
  /** Waits that have ended, with the age of the task. */
  ENDED_TASKS("reelay.tasks.ended", Meter.Type.TIMER, null, ReelayTag.PROVIDER, ReelayTag.RESULT),
  /** Attempts to download a video, with the time that they took. */
  DOWNLOADS("reelay.downloads", Meter.Type.TIMER, null, ReelayTag.PROVIDER, ReelayTag.RESULT),
  /** Downloads that are queued, running, or to be repeated. */
  OPEN_DOWNLOADS("reelay.downloads.open", Meter.Type.GAUGE, null, ReelayTag.PROVIDER),
  /** Bytes of videos that have arrived. */
  DOWNLOADED_BYTES("reelay.downloads.received", Meter.Type.COUNTER, "bytes", ReelayTag.PROVIDER),
  /** The time until the first URL of an open download expires; NaN if none is known to. */
  NEAREST_EXPIRY("reelay.downloads.expiry", Meter.Type.GAUGE, "seconds", ReelayTag.PROVIDER),
  /** Writes to the handle store, with the time that they took. */
  STORE_WRITES("reelay.store.writes", Meter.Type.TIMER, null, ReelayTag.RESULT);

  private final String name;
  private final Meter.Type type;
  private final @Nullable String unit;
  private final KeyName[] tags;

  ReelayMeter(String name, Meter.Type type, @Nullable String unit, KeyName... tags) {
    this.name = name;
    this.type = type;
    this.unit = unit;
    this.tags = tags;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Meter.Type getType() {
    return type;
  }

  @Override
  public @Nullable String getBaseUnit() {
    return unit;
  }

  @Override
  public KeyName[] getKeyNames() {
    return tags.clone();
  }
}
