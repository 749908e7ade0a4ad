package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.NamedExample;
import io.github.reelay.sandbox.internal.spec.SpecSchema;
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
 * Renders one example for one task at one moment: the same members and types, with the task's own
 * id, times, progress and video URLs. The place of a value is a path such as {@code /detail/id}.
 */
final class ExampleRenderer {
  private static final Set<String> PROGRESS = Set.of("progress", "progress_pct");
  private static final Pattern NO_VIDEO =
      Pattern.compile("thumb|image|frame|gif|preview|poster|input");

  private final TaskSnapshot snapshot;
  private final IntFunction<String> address;
  private final String documentedId;
  private final List<String> videos = new ArrayList<>();

  private ExampleRenderer(
      NamedExample example, TaskSnapshot snapshot, IntFunction<String> address) {
    this.snapshot = snapshot;
    this.address = address;
    this.documentedId =
        example.value() instanceof Map<?, ?> map && map.get("id") instanceof String id ? id : "";
  }

  /**
   * The body of a response.
   *
   * @param address gives the URL of the task's video of that number, counted from 1
   */
  static byte[] body(NamedExample example, TaskSnapshot snapshot, IntFunction<String> address) {
    Object value = example.value();
    if (value == null && example.mediaType().isEmpty()) {
      return new byte[0];
    }
    if (value instanceof String page && !example.mediaType().contains("json")) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    return JsonText.of(
        new ExampleRenderer(example, snapshot, address).tell(value, example.schema(), ""));
  }

  private @Nullable Object tell(@Nullable Object value, SpecSchema schema, String path) {
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

  private Object scalar(Object value, SpecSchema schema, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (schema.isTime()) {
      return TimeForm.like(value, timeOf(name, path));
    }
    if (value instanceof Number && snapshot.stage() == Stage.RUNNING && PROGRESS.contains(name)) {
      return progress(value);
    }
    return value instanceof String text ? text(text, path) : value;
  }

  /** A whole percentage, a fraction, or a percentage with decimals: in the form of the example. */
  private Object progress(Object documented) {
    if (!(documented instanceof Double number)) {
      return snapshot.percent();
    }
    return number <= 1 ? snapshot.percent() / 100.0 : (double) snapshot.percent();
  }

  /**
   * In a completed response a creation time inside an object is that of the video, not of the task.
   */
  private Instant timeOf(String name, String path) {
    if (name.startsWith("expire")) {
      return snapshot.expires();
    }
    boolean nested = path.indexOf('/', 1) >= 0;
    return name.startsWith("creat") && !(nested && snapshot.succeeded())
        ? snapshot.created()
        : snapshot.changed();
  }

  private String text(String text, String path) {
    if (snapshot.id().isEmpty()) {
      return text;
    }
    if (!documentedId.isEmpty() && text.equals(documentedId)) {
      return snapshot.id();
    }
    if (!documentedId.isEmpty() && text.equals(withoutPrefix(documentedId))) {
      return withoutPrefix(snapshot.id());
    }
    boolean video = text.matches("https?://.*") && !NO_VIDEO.matcher(path).find();
    return video ? address.apply(number(text)) : text;
  }

  /** Equal URLs of an example stay equal, and different ones stay different. */
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
