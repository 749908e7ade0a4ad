package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.task.TaskHandle;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one journal. Handles of a provider share its name: there may be a million. */
final class JournalParser {
  private static final int SHORTEST = JournalLine.SIGN + "+a:1".length();

  private final CRC32C checksum = new CRC32C();
  private final Map<String, String> providers = new HashMap<>();

  /** Reads a line without its end, or returns null if it is not as it was written. */
  @Nullable JournalLine parse(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST || !agrees(bytes, from, to)) {
      return null;
    }
    int sign = from + JournalLine.SIGN;
    String text = new String(bytes, sign + 1, to - sign - 1, UTF_8);
    return switch (bytes[sign]) {
      case JournalLine.ADDED -> line(true, text, null);
      case JournalLine.REMOVED -> line(false, text, null);
      case JournalLine.ADDED_WITH_TIME -> withTime(text);
      default -> null;
    };
  }

  private @Nullable JournalLine withTime(String text) {
    int space = Math.max(text.indexOf(' '), 0);
    try {
      return line(true, text.substring(space + 1), Instant.parse(text.substring(0, space)));
    } catch (DateTimeParseException noTime) {
      return null;
    }
  }

  private @Nullable JournalLine line(boolean opened, String text, @Nullable Instant submittedAt) {
    TaskHandle handle = handle(JournalLine.unescape(text));
    return handle == null ? null : new JournalLine(opened, handle, submittedAt);
  }

  private boolean agrees(byte[] bytes, int from, int to) {
    int sign = from + JournalLine.SIGN;
    checksum.reset();
    checksum.update(bytes, sign, to - sign);
    int difference = bytes[sign - 1] ^ ' ';
    for (int i = 0; i < JournalLine.SIGN - 1; i++) {
      difference |= bytes[from + i] ^ JournalLine.digit(checksum.getValue(), i);
    }
    return difference == 0;
  }

  private @Nullable TaskHandle handle(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    String provider = shared(text.substring(0, colon));
    String id = text.substring(colon + 1);
    return provider == null || !TaskHandle.isTaskId(id) ? null : new TaskHandle(provider, id);
  }

  private @Nullable String shared(String provider) {
    String known = providers.get(provider);
    if (known == null && TaskHandle.isProviderName(provider)) {
      providers.put(provider, provider);
      return provider;
    }
    return known;
  }
}
