package io.github.reelay.drift;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saved responses of toapis, counted. */
final class CountedResponses {
  private static final Dialect TOAPIS = new ToapisDialect();

  private final DriftCounter counter;

  CountedResponses() {
    this(new DriftCounter());
  }

  CountedResponses(DriftCounter counter) {
    this.counter = counter;
  }

  /** A task with these members besides id and status. */
  static String task(String members) {
    return "{'id':'task_1','status':'queued'" + (members.isEmpty() ? "" : "," + members) + "}";
  }

  /** Counts a body with status 200; apostrophes stand for quotes. */
  CountedResponses body(String body) {
    return at("body.json", null, body);
  }

  CountedResponses at(String place, @Nullable String time, String body) {
    return respond(place, time, 200, body);
  }

  CountedResponses respond(String place, @Nullable String time, int httpStatus, String body) {
    byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    Instant observedAt = time == null ? null : Instant.parse(time);
    RecordedResponse response = new RecordedResponse(httpStatus, Map.of(), bytes, observedAt);
    counter.saved(TOAPIS.read("toapis", "task_1", response), response, place);
    return this;
  }

  DriftReport report() {
    return counter.snapshot();
  }

  /** The only row. */
  DriftRow row() {
    if (report().rows().size() != 1) {
      throw new AssertionError("expected one row, found " + report().rows());
    }
    return report().rows().get(0);
  }
}
