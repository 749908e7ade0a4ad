package io.github.reelay.drift;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.internal.Bounds;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a {@link DriftCounter} has counted at one moment.
 *
 * @param responses how many responses there were
 * @param driftedResponses in how many of them something differs from the contract
 * @param truncatedResponses how many of them have as many findings as are made of one response
 *     ({@link io.github.reelay.contract.BodyLimits#FINDINGS}), and so perhaps more
 * @param withoutTask how many saved responses show no task, and why; a listener does not get it
 * @param otherFindings how many findings have no row, since there were too many rows already
 * @param rows by provider, then pointer, then kind
 */
public record DriftReport(
    long responses,
    long driftedResponses,
    long truncatedResponses,
    Map<FailureKind, Long> withoutTask,
    long otherFindings,
    List<DriftRow> rows) {

  /**
   * Copies map and list.
   *
   * @throws IllegalArgumentException if a count is negative, or more responses are truncated than
   *     drifted, or more drifted than came
   */
  public DriftReport {
    Bounds.atLeast(0, truncatedResponses, "truncatedResponses");
    Bounds.atLeast(truncatedResponses, driftedResponses, "driftedResponses");
    Bounds.atLeast(driftedResponses, responses, "responses");
    Bounds.atLeast(0, otherFindings, "otherFindings");
    Map<FailureKind, Long> copy = new EnumMap<>(FailureKind.class);
    copy.putAll(withoutTask);
    withoutTask = Collections.unmodifiableMap(copy);
    rows = List.copyOf(rows);
  }

  /** Whether at least one response differs from the contract. */
  public boolean drifted() {
    return driftedResponses > 0;
  }

  /** How many saved responses show no task: the sum of {@link #withoutTask}. */
  public long responsesWithoutTask() {
    return withoutTask.values().stream().mapToLong(Long::longValue).sum();
  }

  /** An aligned table for people, if there are rows, and a line that sums up. */
  public List<String> table() {
    return DriftTable.lines(this);
  }

  /** One JSON object on one line: the counts, then the rows, always in the same order of keys. */
  public String json() {
    return DriftJson.line(this);
  }
}
