package io.github.reelay.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bodies by chance, the same in each run: well-formed ones, and real ones that were mutilated. */
final class RandomBodies {
  /** Stands in every text value, and must appear in no sentence. */
  static final String SECRET = "s3cret";

  private static final List<String> NAMES =
      Stream.concat(
              SampleTask.NAMES.stream(),
              Stream.of("name", "size", "inner", "message", "type", "other", "a/b", ""))
          .toList();
  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "30",
          "30.0",
          "30.5",
          "1759763621142",
          "1e400",
          "-1e999999999",
          "1e-999999999",
          "100e2147483647",
          "1e99999999999",
          "0e2147483647",
          "999999999999999999",
          "123456789012345678901234567890",
          "\"\"",
          "\"s3cret\"",
          "\"s3cret 30%\"",
          "\"30%\"",
          "\"1e999999999\"",
          "\"2025-10-06T15:10:26Z\"",
          "\"2025-99-99T15:10:26Z\"",
          "\"completed\"",
          "\"\\ud800\"",
          "\"任\\u0000\"");
  private static final String TOKENS = "(?<=[{}\\[\\]:,])|(?=[{}\\[\\]:,])";

  private final Random random;

  RandomBodies(long seed) {
    random = new Random(seed);
  }

  /** A well-formed object with known and unknown names, some of them twice. */
  String object(int depth) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(index -> "\"" + any(NAMES) + "\":" + value(depth))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private String value(int depth) {
    int choice = depth == 0 ? 0 : random.nextInt(4);
    return switch (choice) {
      case 1 -> object(depth - 1);
      case 2 -> "[" + value(depth - 1) + "," + object(depth - 1) + "]";
      default -> any(SCALARS);
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The body with a few things wrong. */
  byte[] mutated(String body) {
    byte[] bytes = Bodies.utf8(body);
    for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> withOneByteChanged(bytes);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> withOneByteTwice(bytes);
            default -> withTokensSwapped(bytes);
          };
    }
    return bytes;
  }

  private byte[] withOneByteChanged(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  private byte[] withOneByteTwice(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    return longer;
  }

  private byte[] withTokensSwapped(byte[] bytes) {
    String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    String[] tokens = text.split(TOKENS);
    int one = random.nextInt(tokens.length);
    int other = random.nextInt(tokens.length);
    String kept = tokens[one];
    tokens[one] = random.nextBoolean() ? tokens[other] : any(SCALARS);
    tokens[other] = random.nextBoolean() ? kept : tokens[other];
    return Bodies.utf8(String.join("", tokens));
  }
}
