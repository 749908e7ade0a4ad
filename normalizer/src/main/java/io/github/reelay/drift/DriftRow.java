package io.github.reelay.drift;

import io.github.reelay.contract.Finding;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.internal.Bounds;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way in which one place of a provider's responses differs from the contract.
 *
 * @param provider the provider that responded
 * @param kind what differs
 * @param pointer JSON Pointer of the place, with {@code *} for every index of an array; cut after
 *     200 characters
 * @param count how often it was found; an array can hold it several times in one response
 * @param responses in how many responses it was found
 * @param of how many responses of that provider there were
 * @param firstSeen the earliest time of such a response; where none has a time, the place of the
 *     first; null if neither is known
 * @param lastSeen the same of the latest
 * @param detail the first finding's sentence
 * @param example the value in the first such response as JSON, shortened and masked; null if there
 *     is none or the body was not at hand
 * @param exampleAt the place of that response; null if it was not given
 */
public record DriftRow(
    String provider,
    Finding.Kind kind,
    String pointer,
    long count,
    long responses,
    long of,
    @Nullable String firstSeen,
    @Nullable String lastSeen,
    String detail,
    @Nullable String example,
    @Nullable String exampleAt) {

  /**
   * Checks that nothing is null but what may be unknown.
   *
   * @throws IllegalArgumentException unless it was found once at least in each of its responses,
   *     and there were no more of those than of all
   */
  public DriftRow {
    Bounds.atLeast(1, responses, "responses");
    Bounds.atLeast(responses, count, "count");
    Bounds.atLeast(responses, of, "of");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pointer, "pointer");
    Objects.requireNonNull(detail, "detail");
  }

  /** Names the place and what differs, printably. */
  @Override
  public String toString() {
    return PrintableText.of(
        "DriftRow[" + provider + " " + kind.jsonName() + " " + pointer + ", count=" + count + "]");
  }
}
