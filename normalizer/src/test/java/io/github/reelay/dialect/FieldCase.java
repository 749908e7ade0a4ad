package io.github.reelay.dialect;

import io.github.reelay.json.CanonicalJson;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.json.SavedResponseJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * One response as people who use such providers report it, and what it should be read as.
 *
 * @param name what it shows
 * @param saved the response
 * @param expect the value at each path of the canonical JSON
 * @param absent paths that must have no value
 * @param oneof paths with the values that are right
 */
record FieldCase(
    String name,
    SavedResponse saved,
    Map<String, Object> expect,
    List<String> absent,
    Map<String, List<Object>> oneof) {

  /** The cases of a resource next to this class, one a line. */
  static Stream<FieldCase> in(String resource) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(FieldCase.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(FieldCase::of).toList().stream();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @SuppressWarnings("unchecked") // the resource is our own
  private static FieldCase of(String line) {
    Map<String, Object> members = new Yaml().load(line);
    return new FieldCase(
        (String) members.get("name"),
        SavedResponseJson.parse(line),
        (Map<String, Object>) members.get("expect"),
        (List<String>) members.get("absent"),
        (Map<String, List<Object>>) members.get("oneof"));
  }

  /** The value at a path of what the response is read as, such as {@code failure.kind}. */
  @Nullable Object read(String path) {
    Dialect dialect =
        SampleResponses.ALL.stream()
            .filter(each -> each.profile().name().equals(saved.provider()))
            .findFirst()
            .orElseThrow();
    String line = CanonicalJson.line(dialect.read(saved.provider(), saved.id(), saved.response()));
    Object value = new Yaml().load(line);
    for (String name : path.split("\\.")) {
      value = value instanceof Map<?, ?> members ? members.get(name) : null;
    }
    return value;
  }

  @Override
  public String toString() {
    return name;
  }
}
