package io.github.reelay.contracttests.example;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body with one thing changed at a time: a member taken away, added, or of another type. */
final class ChangedBodies {
  private final JsonNode body;
  private final List<JsonNode> changed = new ArrayList<>();

  private ChangedBodies(JsonNode body) {
    this.body = body;
  }

  static List<JsonNode> of(JsonNode body) {
    ChangedBodies bodies = new ChangedBodies(body);
    bodies.changed.add(body);
    bodies.walk("", body);
    return bodies.changed;
  }

  private void walk(String pointer, JsonNode node) {
    if (node instanceof ObjectNode) {
      JsonNode copy = body.deepCopy();
      ((ObjectNode) copy.at(pointer)).put("a/b~c", 1);
      changed.add(copy);
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      member(pointer + "/" + member.getKey(), member.getValue());
    }
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      member(pointer + "/" + i, node.get(i));
    }
  }

  private void member(String pointer, JsonNode value) {
    put(pointer, null);
    put(pointer, BooleanNode.TRUE);
    put(pointer, LongNode.valueOf(1768380222123L));
    walk(pointer, value);
  }

  private void put(String pointer, @Nullable JsonNode value) {
    JsonNode copy = body.deepCopy();
    JsonPointer place = JsonPointer.compile(pointer);
    if (copy.at(place.head()) instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else if (value == null) {
      ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) copy.at(place.head())).set(place.last().getMatchingProperty(), value);
    }
    changed.add(copy);
  }
}
