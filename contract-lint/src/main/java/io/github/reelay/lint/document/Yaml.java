package io.github.reelay.lint.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.internal.yaml.BoundsException;
import io.github.reelay.internal.yaml.YamlNodes;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * YAML 1.2 as OpenAPI means it: the scalars of JSON, members in order, decimals as written. A date
 * and the word {@code no} are text.
 */
public final class Yaml {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Yaml() {}

  /**
   * Reads one document.
   *
   * @return its root; missing if the text has no document
   * @throws IllegalArgumentException if the text is no YAML, nests too deep, is too large, or if a
   *     member stands twice in one object
   */
  public static JsonNode read(String text) {
    try {
      Node root = YamlNodes.read(text);
      return root == null ? MissingNode.getInstance() : json(root);
    } catch (BoundsException unusual) {
      throw new IllegalArgumentException(unusual.getMessage(), unusual);
    } catch (MarkedYamlEngineException wrong) {
      String where = wrong.getProblemMark().map(mark -> line(mark.getLine())).orElse("");
      throw new IllegalArgumentException(
          "expected YAML, found an error" + where + ": " + wrong.getProblem(), wrong);
    } catch (YamlEngineException wrong) {
      throw new IllegalArgumentException("expected YAML, found " + wrong.getMessage(), wrong);
    }
  }

  private static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.getValue().forEach(member -> put(object, member));
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element)));
      return array;
    }
    return scalar(node.getTag(), ((ScalarNode) node).getValue());
  }

  private static void put(ObjectNode object, NodeTuple member) {
    ScalarNode key = (ScalarNode) member.getKeyNode(); // the settings allow no other
    String name = key.getValue();
    if (object.has(name)) {
      throw new IllegalArgumentException(
          "expected each member once, found "
              + name
              + " twice"
              + key.getStartMark().map(mark -> line(mark.getLine())).orElse(""));
    }
    object.set(name, json(member.getValueNode()));
  }

  private static String line(int index) {
    return " in line " + (index + 1);
  }

  private static JsonNode scalar(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(text.equals("true"));
    }
    boolean number = text.matches("[-+]?\\d.*");
    if (tag.equals(Tag.INT) && number) {
      return text.length() < 19
          ? JSON.numberNode(Long.parseLong(text))
          : JSON.numberNode(new BigInteger(text));
    }
    return tag.equals(Tag.FLOAT) && number
        ? DecimalNode.valueOf(new BigDecimal(text))
        : JSON.textNode(text); // also an infinity, which JSON does not have
  }
}
