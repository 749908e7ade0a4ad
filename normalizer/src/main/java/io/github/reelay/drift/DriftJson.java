package io.github.reelay.drift;

import io.github.reelay.failure.FailureKind;
import io.github.reelay.internal.json.JsonWriter;
import java.util.Map;

/** A report as JSON; absent instead of null, counts always there. */
final class DriftJson {
  private DriftJson() {}

  static String line(DriftReport report) {
    JsonWriter json = JsonWriter.line();
    counts(json, report);
    json.beginArray("rows");
    for (DriftRow row : report.rows()) {
      row(json, row);
    }
    json.endArray();
    return json.end();
  }

  private static void counts(JsonWriter json, DriftReport report) {
    json.flag("drifted", report.drifted());
    json.number("answers", report.responses());
    json.number("driftedAnswers", report.driftedResponses());
    json.number("truncatedAnswers", report.truncatedResponses());
    json.number("answersWithoutTask", report.responsesWithoutTask());
    json.beginObject("withoutTask");
    for (Map.Entry<FailureKind, Long> kind : report.withoutTask().entrySet()) {
      json.number(kind.getKey().jsonName(), kind.getValue());
    }
    json.endObject();
    json.number("otherFindings", report.otherFindings());
  }

  private static void row(JsonWriter json, DriftRow row) {
    json.beginObject();
    json.text("provider", row.provider());
    json.text("kind", row.kind().jsonName());
    json.text("pointer", row.pointer());
    json.number("count", row.count());
    json.number("answers", row.responses());
    json.number("of", row.of());
    json.text("firstSeen", row.firstSeen());
    json.text("lastSeen", row.lastSeen());
    json.text("detail", row.detail());
    json.text("example", row.example());
    json.text("exampleAt", row.exampleAt());
    json.endObject();
  }
}
