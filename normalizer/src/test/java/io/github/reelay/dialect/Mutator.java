package io.github.reelay.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns documented bodies into bodies that nobody documented; the seed says which. */
final class Mutator {
  private static final List<Object> ODD =
      Arrays.asList(
          null,
          true,
          false,
          0,
          1,
          -1,
          200,
          404,
          429,
          1768380222,
          1768380222123L,
          1.5,
          -0.0,
          0.29,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          new BigInteger("9".repeat(60)),
          new BigDecimal("1e-300"),
          new BigDecimal("9.9e300"),
          "",
          " ",
          "`",
          "30%",
          "completed",
          "failed",
          "pending",
          "CANCELLED",
          "success",
          "content policy",
          "task_not_exist",
          "https://v.example/1",
          "http://",
          "https://v.example/a b",
          "2025-10-06T15:10:26.875729Z",
          "99999-01-01T00:00:00Z",
          "1e999999999",
          "-1e-999999999",
          "1280x720",
          "999999999x999999999",
          "\u0000\uD800\uFFFF",
          "x".repeat(5000),
          List.of(),
          Map.of(),
          List.of(sorted(Map.of("id", "x", "status", "queued"))),
          sorted(Map.of("code", 0, "message", "")),
          sorted(Map.of("code", "x", "odd", List.of(1))),
          sorted(Map.of("url", "https://v.example/2", "path", "https://v.example/3")));
  private static final List<String> NAMES =
      List.of(
          "id",
          "task_id",
          "status",
          "data",
          "error",
          "code",
          "message",
          "msg",
          "url",
          "video_url",
          "result",
          "detail",
          "progress",
          "object",
          "pending_info",
          "draft_info",
          "created_at",
          "completed_at",
          "expires_at",
          "size",
          "seconds",
          "odd",
          "");

  private final Random random;
  private final List<String> words;

  Mutator(long seed) {
    this(seed, List.of());
  }

  /** Puts these words in places too: those of a provider mean something to it. */
  Mutator(long seed, List<String> words) {
    this.random = new Random(seed);
    this.words = words;
  }

  /** With an order that is the same in each JVM; that of {@link Map#of} is not. */
  static Map<String, Object> sorted(Map<String, Object> map) {
    return new LinkedHashMap<>(new TreeMap<>(map));
  }

  /** The tree with a few of its values, names or places changed. */
  @Nullable Object mutate(@Nullable Object tree) {
    Object mutated = tree;
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutated = once(mutated);
    }
    return switch (random.nextInt(12)) {
      case 0 -> sorted(Map.of("code", random.nextInt(2), "data", mutated == null ? "" : mutated));
      case 1 -> Map.of("data", mutated == null ? List.of() : List.of(mutated, mutated));
      default -> mutated;
    };
  }

  private @Nullable Object once(@Nullable Object node) {
    if (node instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(8) > 0) {
      return inMap(map);
    }
    if (node instanceof List<?> list && !list.isEmpty() && random.nextInt(8) > 0) {
      List<Object> copy = new ArrayList<>(list);
      int at = random.nextInt(copy.size());
      copy.set(at, once(copy.get(at)));
      return copy;
    }
    return odd();
  }

  private Object inMap(Map<?, ?> map) {
    Map<Object, Object> copy = new LinkedHashMap<>(map);
    Object name = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
    switch (random.nextInt(6)) {
      case 0 -> copy.remove(name);
      case 1 -> copy.put(anyName(), copy.remove(name));
      case 2 -> copy.put(anyName(), odd());
      default -> copy.put(name, once(copy.get(name)));
    }
    return copy;
  }

  private String anyName() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private @Nullable Object odd() {
    if (!words.isEmpty() && random.nextInt(4) == 0) {
      return words.get(random.nextInt(words.size()));
    }
    return ODD.get(random.nextInt(ODD.size()));
  }

  /** The text with a few bytes changed, cut out, doubled, or with a member given twice. */
  byte[] mutate(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> join(Arrays.copyOf(bytes, at), tail(bytes, to));
            case 2 -> join(Arrays.copyOf(bytes, to), tail(bytes, at));
            case 3 -> flip(bytes, at);
            default -> withMemberTwice(bytes);
          };
    }
    return bytes;
  }

  private byte[] withMemberTwice(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int brace = text.indexOf('{', random.nextInt(bytes.length));
    String member = "\"" + anyName() + "\":" + DocumentedBodies.json(odd()) + ",";
    return brace < 0
        ? bytes
        : join(
            Arrays.copyOf(bytes, brace + 1),
            member.getBytes(StandardCharsets.UTF_8),
            tail(bytes, brace + 1));
  }

  private byte[] flip(byte[] bytes, int at) {
    byte[] copy = bytes.clone();
    copy[at] ^= (byte) (1 << random.nextInt(8));
    return copy;
  }

  private static byte[] tail(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
