package io.github.reelay.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bodies to read, and short forms of what came of them. */
final class Bodies {
  /** A task with every kind of member, two undocumented ones and one of the wrong type. */
  static final String TASK =
      """
      {"id":"sora-2:task_01k6x3","status":"completed","progress":"93%","ratio":0.93,"done":true,
       "created_at":1759763421,"updated_at":1759763631.222531,
       "finished_at":"2025-10-06T15:10:26.875729Z","code":200,
       "error":{"code":404,"message":"kein Gerät 任务 \\u4efb","type":null},
       "extra":[{"deep":[1,2.5,null,"x"]}],
       "detail":{"name":"sub\\/x","size":30.0,"inner":{"name":null,"more":{"a":[]}}},
       "images":["https://example.org/a.png?sig=1","b"],
       "steps":[{"name":"one","size":1},null,{"size":2}],"unknown":{"a":[1,2,{"b":"c"}]}}\
      """;

  private Bodies() {}

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the reader makes of the one member {@code v} of an object. */
  static <T extends @Nullable Object> Decoded<@Nullable T> value(
      String json, Function<ContractReader, T> reader) throws UnreadableException {
    return read("{\"v\":" + json + "}", reader);
  }

  /** What the reader makes of the last member named {@code v}; others are undocumented. */
  static <T extends @Nullable Object> Decoded<@Nullable T> read(
      String body, Function<ContractReader, T> reader) throws UnreadableException {
    return read(utf8(body), reader);
  }

  static <T extends @Nullable Object> Decoded<@Nullable T> read(
      byte[] body, Function<ContractReader, T> reader) throws UnreadableException {
    return ContractReader.read(body, in -> lastValue(in, reader));
  }

  private static <T extends @Nullable Object> @Nullable T lastValue(
      ContractReader in, Function<ContractReader, T> reader) {
    T value = null;
    while (in.nextField()) {
      if (in.field().equals("v")) {
        value = reader.apply(in);
      } else {
        in.undocumented();
      }
    }
    return value;
  }

  /** Each finding as {@code kind pointer}. */
  static List<String> places(Decoded<?> decoded) {
    return decoded.findings().stream()
        .map(one -> one.kind().jsonName() + " " + one.pointer())
        .toList();
  }

  /** Each finding as {@code kind: sentence}. */
  static List<String> sentences(Decoded<?> decoded) {
    return decoded.findings().stream()
        .map(one -> one.kind().jsonName() + ": " + one.detail())
        .toList();
  }
}
