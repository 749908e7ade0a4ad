package io.github.reelay.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

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
   * @throws DocumentException if the text is no YAML, nests too deep, or is no object
   */
  public static Map<String, @Nullable Object> read(String name, String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setSchema(new JsonSchema()).build();
    try {
      Composer composer = new Composer(settings, new BoundedEvents(settings, text));
      Object root =
          new StandardConstructor(settings).constructSingleDocument(composer.getSingleNode());
      return new Node(name, "", root).object();
    } catch (BoundedEvents.TooDeepException deep) {
      throw new DocumentException(
          name, "", "a document of usual depth", "one that nests more in line " + deep.line);
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
