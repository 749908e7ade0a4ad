package io.github.reelay.contracttools.coverage.sample;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A record as the generator writes it.
 *
 * @param status called
 * @param createdAt referred to
 * @param model not read
 * @param plain called; has no other name
 */
record SampleTask(
    @JsonProperty("status") String status,
    @JsonProperty("created_at") String createdAt,
    @JsonProperty("model") String model,
    String plain) {

  /** No accessor, although it is called. */
  String summary() {
    return "task";
  }
}
