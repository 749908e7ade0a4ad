package io.github.reelay.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One example, told for one task at one moment: the same members and types, with the task's own id,
 * times, progress and video addresses. Where a value stands is written as a path, {@code
 * /detail/id}.
 */
final class Retelling {
  private static final Set<String> PROGRESS = Set.of("progress", "progress_pct");
  private static final Pattern NO_VIDEO =
      Pattern.compile("thumb|image|frame|gif|preview|poster|input");

  private final Moment moment;
  private final IntFunction<String> address;
  private final String documentedId;
  private final List<String> videos = new ArrayList<>();

  private Retelling(Documented example, Moment moment, IntFunction<String> address) {
    this.moment = moment;
    this.address = address;
    this.documentedId =
        example.value() instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : "";
  }

  /**
   * The body of an answer.
   *
   * @param address the address of the task's video of that number, counted from 1
   */
  static byte[] body(Documented example, Moment moment, IntFunction<String> address) {
    Object value = example.value();
    if (value == null && example.mediaType().isEmpty()) {
      return new byte[0];
    }
    if (value instanceof String page && !example.mediaType().contains("json")) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    return JsonText.of(new Retelling(example, moment, address).tell(value, example.schema(), ""));
  }

  private @Nullable Object tell(@Nullable Object value, Schema schema, String path) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> told = new LinkedHashMap<>();
      map.forEach(
          (key, member) -> {
            String name = String.valueOf(key);
            told.put(name, tell(member, schema.property(name), path + "/" + name));
          });
      return told;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> told = new ArrayList<>();
      list.forEach(element -> told.add(tell(element, schema.items(), path)));
      return told;
    }
    return value == null ? null : scalar(value, schema, path);
  }

  private Object scalar(Object value, Schema schema, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (schema.isTime()) {
      return TimeForm.like(value, timeOf(name, path));
    }
    if (value instanceof Number && moment.stage() == Stage.RUNNING && PROGRESS.contains(name)) {
      return progress(value);
    }
    return value instanceof String text ? text(text, path) : value;
  }

  /** A whole percentage, a fraction, or a percentage with a fraction: as the example has it. */
  private Object progress(Object documented) {
    if (!(documented instanceof Double number)) {
      return moment.percent();
    }
    return number <= 1 ? moment.percent() / 100.0 : (double) moment.percent();
  }

  /** In a completed answer a creation time inside an object is that of the video, not the task. */
  private Instant timeOf(String name, String path) {
    if (name.startsWith("expire")) {
      return moment.expires();
    }
    boolean nested = path.indexOf('/', 1) >= 0;
    return name.startsWith("creat") && !(nested && moment.succeeded())
        ? moment.created()
        : moment.changed();
  }

  private String text(String text, String path) {
    if (moment.id().isEmpty()) {
      return text;
    }
    if (!documentedId.isEmpty() && text.equals(documentedId)) {
      return moment.id();
    }
    if (!documentedId.isEmpty() && text.equals(withoutPrefix(documentedId))) {
      return withoutPrefix(moment.id());
    }
    boolean video = text.matches("https?://.*") && !NO_VIDEO.matcher(path).find();
    return video ? address.apply(number(text)) : text;
  }

  /** Equal addresses of an example stay equal, and different ones stay different. */
  private int number(String address) {
    if (!videos.contains(address)) {
      videos.add(address);
    }
    return videos.indexOf(address) + 1;
  }

  private static String withoutPrefix(String id) {
    return id.substring(id.indexOf(':') + 1);
  }
}
