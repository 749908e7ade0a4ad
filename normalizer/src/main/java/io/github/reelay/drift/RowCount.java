package io.github.reelay.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row while it is counted. */
final class RowCount {
  private final String detail;
  private final @Nullable String example;
  private final @Nullable String firstPlace;
  private @Nullable String lastPlace;
  private @Nullable Instant firstTime;
  private @Nullable Instant lastTime;
  private long count;
  private long responses;
  private long lastResponse;

  RowCount(String detail, @Nullable String example, Occurrence first) {
    this.detail = detail;
    this.example = example;
    this.firstPlace = first.place();
  }

  /**
   * Counts one finding.
   *
   * @param response the number of its response, from 1
   */
  void add(long response, Occurrence occurrence) {
    count++;
    responses += response == lastResponse ? 0 : 1;
    lastResponse = response;
    lastPlace = occurrence.place();
    Instant time = occurrence.time();
    if (time != null) {
      firstTime = firstTime == null || time.isBefore(firstTime) ? time : firstTime;
      lastTime = lastTime == null || time.isAfter(lastTime) ? time : lastTime;
    }
  }

  DriftRow row(RowKey key, long of) {
    return new DriftRow(
        key.provider(),
        key.kind(),
        key.pointer(),
        count,
        responses,
        of,
        firstTime == null ? firstPlace : firstTime.toString(),
        lastTime == null ? lastPlace : lastTime.toString(),
        detail,
        example,
        firstPlace);
  }
}
