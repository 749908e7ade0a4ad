package io.github.reelay.cli.saved;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.reelay.cli.terminal.UsageException;
import io.github.reelay.json.SavedResponseJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** How a file holds responses; its content says so. */
enum InputFormat {
  /** The whole file is one body. */
  BODY,
  RESPONSES;

  private static final JsonFactory JSON = new JsonFactory();

  /**
   * The form of a file that begins so. Its first line decides; if that is no response, a file that
   * is one JSON object is a body, and else any line that is a response decides, so that one broken
   * line does not hide all others. What is too large for a body holds lines, and so does a file of
   * nothing but blanks: none.
   *
   * @param head the whole file, or the first {@link SavedBody#READ_BYTES} of it
   */
  static InputFormat of(byte[] head) throws IOException {
    LineSplitter lines =
        new LineSplitter(new ByteArrayInputStream(head), SavedResponses.LONGEST_LINE);
    boolean blank = true;
    for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
      if (isResponse(line)) {
        return RESPONSES;
      }
      boolean first = blank;
      blank = blank && isBlank(line);
      if (first && !blank && isOneObject(head)) {
        return BODY;
      }
    }
    return blank || head.length == SavedBody.READ_BYTES ? RESPONSES : BODY;
  }

  private static boolean isBlank(LineSplitter.Line line) {
    try {
      return SavedResponses.text(line).isBlank();
    } catch (UsageException notText) {
      return false;
    }
  }

  private static boolean isResponse(LineSplitter.Line line) {
    try {
      SavedResponseJson.parse(SavedResponses.text(line));
      return true;
    } catch (IllegalArgumentException | UsageException another) {
      return false;
    }
  }

  private static boolean isOneObject(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      boolean object = json.nextToken() == JsonToken.START_OBJECT;
      json.skipChildren();
      return object && json.nextToken() == null;
    } catch (IOException broken) {
      return false;
    }
  }
}
