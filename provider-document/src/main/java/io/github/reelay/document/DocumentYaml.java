package io.github.reelay.document;

import io.github.reelay.internal.yaml.BoundsException;
import io.github.reelay.internal.yaml.YamlNodes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 as OpenAPI means it: the scalars of JSON, members in order. A date and the word {@code
 * no} are text; a member that stands twice is refused.
 */
public final class DocumentYaml {
  private DocumentYaml() {}

  /**
   * Reads one document.
   *
   * @param name what messages call it
   * @param text YAML or JSON
   * @throws DocumentException if the text is no YAML, nests too deep, is too large, or is no object
   */
  public static Map<String, @Nullable Object> read(String name, String text) {
    try {
      Object root =
          new StandardConstructor(YamlNodes.SETTINGS)
              .constructSingleDocument(Optional.ofNullable(YamlNodes.read(text)));
      return new Node(name, "", root).object();
    } catch (BoundsException unusual) {
      throw new DocumentException(name, "", unusual.expected(), unusual.found());
    } catch (MarkedYamlEngineException wrong) {
      String line =
          wrong.getProblemMark().map(mark -> " in line " + (mark.getLine() + 1)).orElse("");
      throw new DocumentException(name, "", "YAML", "an error" + line + ": " + wrong.getProblem());
    } catch (YamlEngineException wrong) {
      throw new DocumentException(name, "", "YAML", String.valueOf(wrong.getMessage()));
    }
  }

  /** The members with their names as text, as numbers may be names in YAML. */
  static Map<String, @Nullable Object> named(Map<?, ?> members) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    members.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
