package io.github.reelay.drift;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.contract.PrintableText;
import io.github.reelay.failure.FailureKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as JSON; absent instead of null, counts always there. */
final class DriftJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DriftJson() {}

  static String line(DriftReport report) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      counts(json, report);
      json.writeArrayFieldStart("rows");
      for (DriftRow row : report.rows()) {
        row(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    return PrintableText.of(text.toString());
  }

  private static void counts(JsonGenerator json, DriftReport report) throws IOException {
    json.writeBooleanField("drifted", report.drifted());
    json.writeNumberField("answers", report.answers());
    json.writeNumberField("driftedAnswers", report.driftedAnswers());
    json.writeNumberField("truncatedAnswers", report.truncatedAnswers());
    json.writeNumberField("answersWithoutTask", report.answersWithoutTask());
    json.writeObjectFieldStart("withoutTask");
    for (Map.Entry<FailureKind, Long> kind : report.withoutTask().entrySet()) {
      json.writeNumberField(kind.getKey().jsonName(), kind.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("otherFindings", report.otherFindings());
  }

  private static void row(JsonGenerator json, DriftRow row) throws IOException {
    json.writeStartObject();
    json.writeStringField("provider", row.provider());
    json.writeStringField("kind", row.kind().jsonName());
    json.writeStringField("pointer", row.pointer());
    json.writeNumberField("count", row.count());
    json.writeNumberField("answers", row.answers());
    json.writeNumberField("of", row.of());
    text(json, "firstSeen", row.firstSeen());
    text(json, "lastSeen", row.lastSeen());
    text(json, "detail", row.detail());
    text(json, "example", row.example());
    text(json, "exampleAt", row.exampleAt());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
