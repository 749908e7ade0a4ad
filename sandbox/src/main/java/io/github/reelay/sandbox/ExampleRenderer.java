package io.github.reelay.sandbox;

import io.github.reelay.mapping.ValueName;
import io.github.reelay.sandbox.internal.spec.NamedExample;
import io.github.reelay.sandbox.internal.spec.ResponsePlaces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Renders one example for one task at one moment: the same members and types, with the task's own
 * id, times, progress and video URLs at the places that the document names for them. A place is a
 * JSON Pointer such as {@code /detail/id}.
 */
final class ExampleRenderer {
  private static final Set<ValueName> IDS =
      EnumSet.of(ValueName.ID, ValueName.OTHER_ID, ValueName.INNER_ID);
  private static final Set<ValueName> PROGRESS =
      EnumSet.of(ValueName.PROGRESS_PERCENT, ValueName.PROGRESS_FRACTION);

  private final ResponsePlaces places;
  private final TaskSnapshot snapshot;
  private final IntFunction<String> address;
  private final List<String> videos = new ArrayList<>();
  private String documentedId = "";

  private ExampleRenderer(
      ResponsePlaces places, TaskSnapshot snapshot, IntFunction<String> address) {
    this.places = places;
    this.snapshot = snapshot;
    this.address = address;
  }

  /**
   * The body of a response.
   *
   * @param address gives the URL of the task's video of that number, counted from 1
   */
  static byte[] body(
      NamedExample example,
      ResponsePlaces places,
      TaskSnapshot snapshot,
      IntFunction<String> address) {
    Object value = example.value();
    if (value == null && example.mediaType().isEmpty()) {
      return new byte[0];
    }
    if (value instanceof String page && !example.mediaType().contains("json")) {
      return page.getBytes(StandardCharsets.UTF_8);
    }
    ExampleRenderer renderer = new ExampleRenderer(places, snapshot, address);
    renderer.findId(value, "");
    return JsonText.of(renderer.render(value, ""));
  }

  /** The sample's own id, which other places repeat with or without its prefix. */
  private void findId(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> findId(member, path + "/" + name));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        findId(list.get(i), path + "/" + i);
      }
    } else if (value instanceof String id && places.at(path).contains(ValueName.ID)) {
      documentedId = documentedId.isEmpty() ? id : documentedId;
    }
  }

  private @Nullable Object render(@Nullable Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
      map.forEach(
          (name, member) -> rendered.put(String.valueOf(name), render(member, path + "/" + name)));
      return rendered;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> rendered = new ArrayList<>();
      list.forEach(element -> rendered.add(render(element, path + "/" + rendered.size())));
      return rendered;
    }
    Set<ValueName> names = places.at(path);
    return value == null || names.isEmpty() ? value : scalar(value, names);
  }

  private Object scalar(Object value, Set<ValueName> names) {
    Instant time = time(names);
    if (time != null) {
      return TimeForm.like(value, time);
    }
    if (snapshot.stage() == Stage.RUNNING && names.stream().anyMatch(PROGRESS::contains)) {
      return progress(value);
    }
    return value instanceof String text && !snapshot.id().isEmpty() ? text(text, names) : value;
  }

  private @Nullable Instant time(Set<ValueName> names) {
    if (names.contains(ValueName.EXPIRES_AT)) {
      return snapshot.expires();
    }
    if (names.contains(ValueName.COMPLETED_AT) || names.contains(ValueName.UPDATED_AT)) {
      return snapshot.changed();
    }
    return names.contains(ValueName.CREATED_AT) ? snapshot.created() : null;
  }

  /** A percentage as a number or with its sign, or a fraction: as the example has it. */
  private Object progress(Object documented) {
    if (documented instanceof String text) {
      return snapshot.percent() + (text.strip().endsWith("%") ? "%" : "");
    }
    if (!(documented instanceof Double number)) {
      return documented instanceof Number ? (Object) snapshot.percent() : documented;
    }
    return number <= 1 ? snapshot.percent() / 100.0 : (double) snapshot.percent();
  }

  private String text(String text, Set<ValueName> names) {
    if (names.stream().anyMatch(IDS::contains)) {
      boolean bare = names.contains(ValueName.INNER_ID) && !text.equals(documentedId);
      return bare ? withoutPrefix(snapshot.id()) : snapshot.id();
    }
    boolean video = names.contains(ValueName.VIDEO_URL) && text.matches("https?://.*");
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
