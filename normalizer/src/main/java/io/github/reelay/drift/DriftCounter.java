package io.github.reelay.drift;

import io.github.reelay.contract.BodyLimits;
import io.github.reelay.contract.Finding;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.FailureKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts findings by provider, place and kind, in bounded memory. Safe for use by many threads.
 *
 * <p>As a listener it sees no bodies: it shows no example values, and takes every number in a
 * pointer for an array's index.
 */
public final class DriftCounter implements FindingListener {
  /** How many rows are kept by default; further ones are counted together. */
  public static final int ROWS = 10_000;

  private static final Comparator<DriftRow> ORDER =
      Comparator.comparing(DriftRow::provider)
          .thenComparing(DriftRow::pointer)
          .thenComparing(DriftRow::kind);

  private final int maxRows;
  private final Map<RowKey, RowCount> rowCounts = new HashMap<>();
  private final Map<String, Long> responsesOf = new HashMap<>();
  private final Map<FailureKind, Long> withoutTask = new EnumMap<>(FailureKind.class);
  private long responses;
  private long driftedResponses;
  private long truncatedResponses;
  private long otherFindings;

  /** Keeps at most {@link #ROWS} rows. */
  public DriftCounter() {
    this(ROWS);
  }

  /**
   * Keeps at most {@code maxRows} rows; findings that would need one more are counted together.
   *
   * @throws IllegalArgumentException if {@code maxRows} is less than one
   */
  public DriftCounter(int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException(
          "expected room for at least one row, found "
              + maxRows
              + "; keep one or more, such as the "
              + ROWS
              + " of the default");
    }
    this.maxRows = maxRows;
  }

  @Override
  public synchronized void found(
      String provider, List<Finding> findings, @Nullable Instant observedAt) {
    countResponse(provider, findings);
    Occurrence occurrence = new Occurrence(observedAt, null);
    for (Finding finding : findings) {
      FindingLocation location = new FindingLocation(finding.pointer(), false);
      count(RowKey.of(provider, location, finding), finding, null, occurrence);
    }
  }

  /**
   * Counts a saved response, whose body distinguishes arrays from objects and holds the example
   * values.
   *
   * @param result what the response was read as
   * @param response the one that was read
   * @param place where it is saved, for people, such as {@code responses.jsonl:17}
   */
  public synchronized void saved(
      QueryResult result, RecordedResponse response, @Nullable String place) {
    if (result instanceof QueryResult.Failed failed) {
      withoutTask.merge(failed.failure().kind(), 1L, Long::sum);
    }
    String provider = result.provider();
    List<Finding> findings = result.findings();
    countResponse(provider, findings);
    Occurrence occurrence = new Occurrence(response.observedAt(), place);
    List<FindingLocation> locations =
        findings.stream().map(one -> location(provider, one)).toList();
    if (locations.stream().anyMatch(FindingLocation::needsBody)) {
      ExampleFinder.find(response.body(), locations);
    }
    for (int i = 0; i < locations.size(); i++) {
      Finding finding = findings.get(i);
      RowKey key = RowKey.of(provider, locations.get(i), finding);
      count(key, finding, locations.get(i).example(), occurrence);
    }
  }

  /** What has been counted so far; later responses do not change it. */
  public synchronized DriftReport snapshot() {
    List<DriftRow> rows =
        rowCounts.entrySet().stream()
            .map(row -> row.getValue().row(row.getKey(), responsesOf.get(row.getKey().provider())))
            .sorted(ORDER)
            .toList();
    return new DriftReport(
        responses, driftedResponses, truncatedResponses, withoutTask, otherFindings, rows);
  }

  private void countResponse(String provider, List<Finding> findings) {
    responses++;
    responsesOf.merge(provider, 1L, Long::sum);
    driftedResponses += findings.isEmpty() ? 0 : 1;
    truncatedResponses += findings.size() < BodyLimits.FINDINGS ? 0 : 1;
  }

  /** What is looked up in the body: the value only for a row that may be new. */
  private FindingLocation location(String provider, Finding finding) {
    FindingLocation guess = new FindingLocation(finding.pointer(), false);
    boolean full = rowCounts.size() >= maxRows;
    return full || rowCounts.containsKey(RowKey.of(provider, guess, finding))
        ? guess
        : new FindingLocation(finding.pointer(), true);
  }

  private void count(RowKey key, Finding finding, @Nullable String example, Occurrence occurrence) {
    RowCount rowCount = rowCounts.get(key);
    if (rowCount == null && rowCounts.size() < maxRows) {
      rowCount = new RowCount(finding.detail(), example, occurrence);
      rowCounts.put(key, rowCount);
    }
    if (rowCount == null) {
      otherFindings++;
    } else {
      rowCount.add(responses, occurrence);
    }
  }
}
