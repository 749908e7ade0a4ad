package io.github.reelay.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observations of {@link ReelayObservations}: names and low-cardinality keys. */
public enum ReelayObservation implements ObservationDocumentation {
  /** One query, from sending it to its result. */
  QUERY("reelay.query"),
  /** One attempt to download a video. */
  DOWNLOAD("reelay.download");

  private final String name;

  ReelayObservation(String name) {
    this.name = name;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public KeyName[] getLowCardinalityKeyNames() {
    return new KeyName[] {ReelayTag.PROVIDER, ReelayTag.RESULT};
  }
}
