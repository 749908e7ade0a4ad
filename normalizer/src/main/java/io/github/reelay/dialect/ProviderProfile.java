package io.github.reelay.dialect;

import io.github.reelay.internal.Bounds;
import io.github.reelay.task.TaskHandle;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider documents about itself.
 *
 * @param name the provider's name, fit for a {@link TaskHandle}
 * @param baseUrl the address of its API; absolute, without a slash at the end; null if each user
 *     has one of their own
 * @param path the path of a query below it, with {@code {id}} for the task's id, in path or query,
 *     as documented; a query goes where the generated client declares it
 * @param documentation where its documentation is; null if that is not known
 * @param lastVerified the day on which the documentation was last compared with the contract; null
 *     if nobody has compared them
 * @param polling how often it wants to be queried
 * @param unknownTaskCodes the codes with which its contract, documented or inferred, says that it
 *     does not know the task of the query; empty if it has none. Nothing else makes a watcher
 *     forget a task
 * @param recordsKept how long it keeps the records of its tasks after their submission
 */
public record ProviderProfile(
    String name,
    @Nullable URI baseUrl,
    String path,
    @Nullable URI documentation,
    @Nullable LocalDate lastVerified,
    PollingDefaults polling,
    Set<String> unknownTaskCodes,
    Duration recordsKept) {
  /** How long records are taken to be kept where a provider documents nothing. */
  public static final Duration RECORDS_KEPT = Duration.ofDays(1);

  /**
   * Copies the codes; address, documentation and day of verification may be null.
   *
   * @throws IllegalArgumentException if the name is not fit for a handle, the base URL not
   *     absolute, or {@code recordsKept} negative
   */
  public ProviderProfile {
    TaskHandle.checkProviderName(name);
    if (baseUrl != null && !baseUrl.isAbsolute()) {
      throw new IllegalArgumentException(
          "expected an absolute base URL of " + name + ", found one without a scheme");
    }
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(polling, "polling");
    unknownTaskCodes = Set.copyOf(unknownTaskCodes);
    Bounds.notNegative(recordsKept, "recordsKept");
  }
}
