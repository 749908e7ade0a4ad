package io.github.reelay.dialect;

import java.net.URI;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a provider documents about itself.
 *
 * @param name the provider's name, fit for a {@link io.github.reelay.task.TaskHandle}
 * @param baseUrl where it answers; absolute, without a slash at the end
 * @param path the path of a query below it, with {@code {id}} for the task's id, in path or query
 * @param documentation where its documentation is
 * @param lastVerified the day on which the documentation was last compared with the contract
 * @param polling how often it wants to be asked
 */
public record Profile(
    String name,
    URI baseUrl,
    String path,
    URI documentation,
    LocalDate lastVerified,
    Polling polling) {

  /** Checks that nothing is null. */
  public Profile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(documentation, "documentation");
    Objects.requireNonNull(lastVerified, "lastVerified");
    Objects.requireNonNull(polling, "polling");
  }
}
