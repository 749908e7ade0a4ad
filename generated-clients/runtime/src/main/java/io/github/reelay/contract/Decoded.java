package io.github.reelay.contract;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One body as read: the value, and where it differs from the contract.
 *
 * @param value what the reader made of the body; null only if the reader returns null
 * @param findings in {@link Finding#ORDER}, at most {@link BodyLimits#FINDINGS}; empty for a body
 *     that fits its contract
 * @param <T> the generated record
 */
public record Decoded<T extends @Nullable Object>(T value, List<Finding> findings) {

  /** Copies the findings, which may not be null; the value may. */
  public Decoded {
    findings = List.copyOf(Objects.requireNonNull(findings, "findings"));
  }
}
