package io.github.reelay.internal.document;

import io.github.reelay.internal.yaml.BoundsException;
import io.github.reelay.internal.yaml.YamlNodes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads YAML 1.2 with the scalars of JSON, and therefore JSON too: a time or "no" is text. */
final class SourceText {
  /** A number that can be written out; a longer one stays text. */
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?([eE][-+]?\\d{1,2})?");

  private final String file;

  private SourceText(String file) {
    this.file = file;
  }

  /**
   * Reads one document.
   *
   * @param file its name, for messages
   * @throws IllegalArgumentException if the text is no YAML, is empty, nests too deep, is too
   *     large, or repeats a member
   */
  public static SourceNode read(String file, String text) {
    String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      Node root = YamlNodes.read(marked);
      if (root == null) {
        throw new SourceNode(file, 1, null).wrong("expected a document, found nothing");
      }
      return new SourceText(file).node(root);
    } catch (BoundsException unusual) {
      throw new SourceNode(file, unusual.line(), null).wrong(unusual.sentence());
    } catch (MarkedYamlEngineException wrong) {
      int line = wrong.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      boolean second = wrong.getProblem().contains("another document");
      throw new SourceNode(file, line, null)
          .wrong(
              second
                  ? "expected one document, found a second one"
                  : "expected YAML or JSON, found an error: " + wrong.getProblem());
    } catch (ReaderException wrong) {
      throw new SourceNode(file, 1, null)
          .wrong(
              "expected YAML or JSON, found the character U+%04X, which neither has"
                  .formatted(wrong.getCodePoint()));
    } catch (YamlEngineException wrong) {
      throw new IllegalArgumentException(
          file + ": expected YAML or JSON, found " + wrong.getMessage(), wrong);
    }
  }

  private SourceNode node(Node node) {
    int line = line(node);
    if (node instanceof MappingNode mapping) {
      Map<String, SourceNode> members = new LinkedHashMap<>();
      mapping.getValue().forEach(member -> put(members, member));
      return new SourceNode(file, line, members);
    }
    if (node instanceof SequenceNode sequence) {
      List<SourceNode> elements = new ArrayList<>();
      sequence.getValue().forEach(element -> elements.add(node(element)));
      return new SourceNode(file, line, elements);
    }
    return new SourceNode(file, line, scalar(node.getTag(), ((ScalarNode) node).getValue()));
  }

  private void put(Map<String, SourceNode> members, NodeTuple member) {
    int line = line(member.getKeyNode());
    ScalarNode key = (ScalarNode) member.getKeyNode(); // the settings allow no other
    SourceNode value = node(member.getValueNode());
    // A message names the line of the member, which is where its name stands.
    SourceNode named = new SourceNode(file, line, value.value());
    if (members.put(key.getValue(), named) != null) {
      throw named.wrong(
          "expected each name once, found " + SourceNode.quoted(key.getValue()) + " twice");
    }
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static @Nullable Object scalar(Tag tag, String text) {
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return text.equals("true");
    }
    boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
    return number && NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
  }
}
