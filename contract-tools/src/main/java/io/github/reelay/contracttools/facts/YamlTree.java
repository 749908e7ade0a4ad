package io.github.reelay.contracttools.facts;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** YAML as maps, lists and scalars. */
final class YamlTree {

  private YamlTree() {}

  /**
   * The document's map, in its order; a key that stands twice is refused.
   *
   * @throws RuntimeException if it is no YAML
   */
  static Map<?, ?> parse(String yaml) {
    LoadSettings settings = LoadSettings.builder().setSchema(new JsonSchema()).build();
    Object root = new Load(settings).loadFromString(yaml);
    return map(root);
  }

  /** The node, if it is a map; else an empty one. */
  static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The node at the end of that path of keys; null if it is not there. */
  static @Nullable Object at(Map<?, ?> root, String... keys) {
    Object node = root;
    for (String key : keys) {
      node = map(node).get(key);
    }
    return node;
  }

  /** The node, if it is a list; else an empty one. */
  static List<?> list(@Nullable Object node) {
    return node instanceof List<?> list ? list : List.of();
  }
}
