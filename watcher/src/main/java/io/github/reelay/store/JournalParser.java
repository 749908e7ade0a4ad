package io.github.reelay.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.reelay.task.TaskHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one journal. Handles of a provider share its name: there may be a million. */
final class JournalParser {
  private static final int SHORTEST = JournalLine.SIGN + "+a:1".length();

  private final CRC32C checksum = new CRC32C();
  private final Map<String, String> providers = new HashMap<>();

  /** Reads a line without its end, or answers null if it is not as it was written. */
  @Nullable JournalLine parse(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST || !agrees(bytes, from, to)) {
      return null;
    }
    int sign = from + JournalLine.SIGN;
    String text = new String(bytes, sign + 1, to - sign - 1, UTF_8);
    TaskHandle handle = handle(JournalLine.unescape(text));
    boolean opened = bytes[sign] == '+';
    return handle != null && (opened || bytes[sign] == '-')
        ? new JournalLine(opened, handle)
        : null;
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
    int colon = Math.max(text.indexOf(':'), 0);
    String provider = shared(text.substring(0, colon));
    String id = text.substring(colon + 1);
    if (provider == null || id.isEmpty()) {
      return null;
    }
    try {
      return new TaskHandle(provider, id);
    } catch (IllegalArgumentException refused) {
      return null; // an id that an earlier version took
    }
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
