package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A document or a body that is being changed, by JSON Pointer; members keep their order.
 *
 * @param root the whole, which changes
 */
record Edit(JsonNode root) {

  /** The pointer to a member or an element below another. */
  static String child(String pointer, String name) {
    return JsonPointer.compile(pointer).appendProperty(name).toString();
  }

  JsonNode at(String pointer) {
    return root.at(pointer);
  }

  ObjectNode object(String pointer) {
    return (ObjectNode) root.at(pointer);
  }

  /** Puts a value where the pointer points, in place of what stands there. */
  void put(String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    if (root.at(place.head()) instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else {
      object(place.head().toString()).set(place.last().getMatchingProperty(), value);
    }
  }

  void put(String pointer, String text) {
    put(pointer, TextNode.valueOf(text));
  }

  void remove(String pointer) {
    JsonPointer place = JsonPointer.compile(pointer);
    if (root.at(place.head()) instanceof ArrayNode array) {
      array.remove(place.last().getMatchingIndex());
    } else {
      object(place.head().toString()).remove(place.last().getMatchingProperty());
    }
  }

  /** Gives a member another name, at the same place among its siblings. */
  void rename(String pointer, String name) {
    JsonPointer place = JsonPointer.compile(pointer);
    ObjectNode parent = object(place.head().toString());
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>();
    parent
        .properties()
        .forEach(member -> members.add(Map.entry(member.getKey(), member.getValue())));
    parent.removeAll();
    String old = place.last().getMatchingProperty();
    members.forEach(
        member ->
            parent.set(member.getKey().equals(old) ? name : member.getKey(), member.getValue()));
  }

  /** Takes a text out of the array there; an array that is empty then goes too. */
  void removeText(String pointer, String text) {
    if (root.at(pointer) instanceof ArrayNode array) {
      array.removeIf(element -> element.asText().equals(text));
      if (array.isEmpty()) {
        remove(pointer);
      }
    }
  }

  /** Puts one text in place of another in the array there. */
  void replaceText(String pointer, String old, String text) {
    JsonNode array = root.at(pointer);
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i).asText().equals(old)) {
        put(pointer + "/" + i, text);
      }
    }
  }

  /** Puts one text in place of another wherever a reference has it. */
  void replaceReferences(String old, String text) {
    root.findParents("$ref").stream()
        .filter(parent -> parent.get("$ref").asText().equals(old))
        .forEach(parent -> ((ObjectNode) parent).put("$ref", text));
  }
}
