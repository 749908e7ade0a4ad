package io.github.reelay.contracttests.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as OpenAPI means it: the scalars of JSON, members in order, decimals as written. */
final class Yaml {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Yaml() {}

  /**
   * Reads one document.
   *
   * @throws IllegalArgumentException if a member stands twice in one object
   */
  static JsonNode read(String text) {
    LoaderOptions loading = new LoaderOptions();
    DumperOptions dumping = new DumperOptions();
    SafeConstructor constructor = new SafeConstructor(loading);
    Representer representer = new Representer(dumping);
    org.yaml.snakeyaml.Yaml yaml =
        new org.yaml.snakeyaml.Yaml(constructor, representer, dumping, loading, new JsonScalars());
    return json(yaml.compose(new StringReader(text)));
  }

  private static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      for (NodeTuple member : mapping.getValue()) {
        String name = ((ScalarNode) member.getKeyNode()).getValue();
        if (object.putIfAbsent(name, json(member.getValueNode())) != null) {
          throw new IllegalArgumentException(
              "expected each member once, found " + name + " twice " + node.getStartMark());
        }
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JSON.arrayNode();
      sequence.getValue().forEach(element -> array.add(json(element)));
      return array;
    }
    return scalar(node.getTag(), ((ScalarNode) node).getValue());
  }

  private static JsonNode scalar(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(text.equals("true"));
    }
    if (tag.equals(Tag.INT)) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return tag.equals(Tag.FLOAT) ? DecimalNode.valueOf(new BigDecimal(text)) : JSON.textNode(text);
  }

  private static final class JsonScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null"), "~n");
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9]\\d*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT, Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?"), "-0123456789");
    }
  }
}
