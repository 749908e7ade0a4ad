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
  private final Map<RowKey, Tally> tallies = new HashMap<>();
  private final Map<String, Long> answersOf = new HashMap<>();
  private final Map<FailureKind, Long> withoutTask = new EnumMap<>(FailureKind.class);
  private long answers;
  private long driftedAnswers;
  private long truncatedAnswers;
  private long otherFindings;

  /** Keeps at most {@link #ROWS} rows. */
  public DriftCounter() {
    this(ROWS);
  }

  /**
   * Keeps at most so many rows.
   *
   * @throws IllegalArgumentException if that is less than one
   */
  public DriftCounter(int maxRows) {
    if (maxRows < 1) {
      throw new IllegalArgumentException("expected room for at least one row, found " + maxRows);
    }
    this.maxRows = maxRows;
  }

  @Override
  public synchronized void found(
      String provider, List<Finding> findings, @Nullable Instant observedAt) {
    countAnswer(provider, findings);
    Sighting sighting = new Sighting(observedAt, null);
    for (Finding finding : findings) {
      Target target = new Target(finding.pointer(), false);
      count(RowKey.of(provider, target, finding), finding, null, sighting);
    }
  }

  /**
   * Counts a saved answer, whose body tells arrays from objects and holds the example values.
   *
   * @param result what the exchange was read as
   * @param response the answer
   * @param place where it is saved, for people, such as {@code exchanges.jsonl:17}
   */
  public synchronized void saved(
      QueryResult result, RecordedResponse response, @Nullable String place) {
    if (result instanceof QueryResult.Failed failed) {
      withoutTask.merge(failed.failure().kind(), 1L, Long::sum);
    }
    String provider = result.provider();
    List<Finding> findings = result.findings();
    countAnswer(provider, findings);
    Sighting sighting = new Sighting(response.observedAt(), place);
    List<Target> targets = findings.stream().map(one -> target(provider, one)).toList();
    if (targets.stream().anyMatch(Target::needsBody)) {
      BodyWalk.find(response.body(), targets);
    }
    for (int i = 0; i < targets.size(); i++) {
      Finding finding = findings.get(i);
      RowKey key = RowKey.of(provider, targets.get(i), finding);
      count(key, finding, targets.get(i).example(), sighting);
    }
  }

  /** What has been counted so far; later answers do not change it. */
  public synchronized DriftReport snapshot() {
    List<DriftRow> rows =
        tallies.entrySet().stream()
            .map(row -> row.getValue().row(row.getKey(), answersOf.get(row.getKey().provider())))
            .sorted(ORDER)
            .toList();
    return new DriftReport(
        answers, driftedAnswers, truncatedAnswers, withoutTask, otherFindings, rows);
  }

  private void countAnswer(String provider, List<Finding> findings) {
    answers++;
    answersOf.merge(provider, 1L, Long::sum);
    driftedAnswers += findings.isEmpty() ? 0 : 1;
    truncatedAnswers += findings.size() < BodyLimits.FINDINGS ? 0 : 1;
  }

  /** What is looked up in the body: the value only for a row that may be new. */
  private Target target(String provider, Finding finding) {
    Target guess = new Target(finding.pointer(), false);
    boolean full = tallies.size() >= maxRows;
    return full || tallies.containsKey(RowKey.of(provider, guess, finding))
        ? guess
        : new Target(finding.pointer(), true);
  }

  private void count(RowKey key, Finding finding, @Nullable String example, Sighting sighting) {
    Tally tally = tallies.get(key);
    if (tally == null && tallies.size() < maxRows) {
      tally = new Tally(finding.detail(), example, sighting);
      tallies.put(key, tally);
    }
    if (tally == null) {
      otherFindings++;
    } else {
      tally.add(answers, sighting);
    }
  }
}
