package io.github.reelay.cli.watch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.reelay.download.DownloadOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A video on the disk as a line of JSON. */
final class VideoLine {
  private static final JsonFactory JSON = new JsonFactory();

  private VideoLine() {}

  static String of(DownloadOutcome.Saved saved) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("handle", saved.handle().toString());
      json.writeStringField("file", saved.file().toString());
      json.writeNumberField("bytes", saved.bytes());
      json.writeStringField("sha256", saved.sha256());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string takes every character", impossible);
    }
    return text.toString();
  }
}
