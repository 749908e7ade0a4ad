package io.github.reelay.json;

import io.github.reelay.contract.PrintableText;
import io.github.reelay.exchange.RecordedResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A response that was saved, with its query.
 *
 * @param provider the name of the provider that responded
 * @param id the id of the query; null if it was not saved, else not empty
 * @param response status, headers, body and time, as far as they were saved
 */
public record SavedResponse(String provider, @Nullable String id, RecordedResponse response) {

  /**
   * Provider and response may not be null.
   *
   * @throws IllegalArgumentException if the id is empty
   */
  public SavedResponse {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(response, "response");
    if (id != null && id.isEmpty()) {
      throw new IllegalArgumentException("expected an id that is not empty, found an empty one");
    }
  }

  /** Names the query, printably, and the response. */
  @Override
  public String toString() {
    return PrintableText.of(
        "SavedResponse[provider=" + provider + ", id=" + id + ", response=" + response + "]");
  }
}
