package io.github.reelay.internal.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/**
 * YAML 1.2 with the scalars of JSON. The nodes can be walked by recursion, also where aliases
 * repeat some of them: {@link #MOST_LEVELS} and {@link #MOST_NODES} count each repetition.
 */
public final class YamlNodes {
  /** The deepest nesting of objects and lists. */
  public static final int MOST_LEVELS = 64;

  /** Objects, lists, names and scalars. The largest document of a provider here has some 2400. */
  public static final int MOST_NODES = 400_000;

  /** Without a limit of aliases: their number says nothing of how much they repeat. */
  public static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new JsonSchema())
          .setMaxAliasesForCollections(Integer.MAX_VALUE)
          .build();

  private YamlNodes() {}

  /**
   * Reads the one document of a text.
   *
   * @return its root; null if the text has no document
   * @throws BoundsException if it is too deep or too large, or contains itself
   * @throws YamlEngineException if it is no YAML, or has a second document
   */
  public static @Nullable Node read(String text) {
    return new Composer(SETTINGS, new BoundedEvents(SETTINGS, text)).getSingleNode().orElse(null);
  }
}
