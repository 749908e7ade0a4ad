package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A released document under edit in memory, as if its version were 0.1.0. */
final class EditedContract {
  private static final Map<String, Document> READ = new ConcurrentHashMap<>();

  private final Document released;
  private final Document working;

  private EditedContract(Document released) {
    this.released = released;
    this.working = new Document(released.provider(), released.root().deepCopy());
  }

  /** The released document of that provider. */
  static EditedContract of(String provider) {
    return new EditedContract(READ.computeIfAbsent(provider, EditedContract::read));
  }

  private static Document read(String provider) {
    try {
      Document document = Document.read(Tree.ROOT.resolve(Tree.HERE.released(provider)));
      ((ObjectNode) document.root().get("info")).put("version", "0.1.0");
      return document;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Sets a member, or an item of a list, to that YAML; {@code -} adds an item. */
  EditedContract put(String pointer, String yaml) {
    return put(pointer, Yaml.read(yaml));
  }

  /** Sets a member, or an item of a list, to that value; {@code -} adds an item. */
  EditedContract put(String pointer, JsonNode value) {
    String last = JsonPointers.lastToken(pointer);
    if (parent(pointer) instanceof ArrayNode list) {
      list.insert(last.equals("-") ? list.size() : remove(list, last), value);
    } else {
      ((ObjectNode) parent(pointer)).set(last, value);
    }
    return this;
  }

  /** Removes what is there; it has to be there. */
  EditedContract remove(String pointer) {
    if (working.root().at(pointer).isMissingNode()) {
      throw new IllegalArgumentException("expected something to remove at " + pointer);
    }
    if (parent(pointer) instanceof ArrayNode list) {
      remove(list, JsonPointers.lastToken(pointer));
    } else {
      ((ObjectNode) parent(pointer)).remove(JsonPointers.lastToken(pointer));
    }
    return this;
  }

  /** Gives a member another name. */
  EditedContract rename(String pointer, String name) {
    JsonNode value = working.root().at(pointer);
    remove(pointer);
    ((ObjectNode) parent(pointer)).set(name, value);
    return this;
  }

  /** The document before the edits. */
  Document released() {
    return released;
  }

  /** The document as edited. */
  Document working() {
    return working;
  }

  /** What the comparison says, line by line. */
  List<String> changes() {
    return Comparison.of(released, working).stream().map(Change::toString).toList();
  }

  /** The least version that may follow, after 0.1.0. */
  String leastVersion() {
    Severity severity =
        Comparison.of(released, working).stream()
            .map(Change::severity)
            .max(Severity::compareTo)
            .orElse(Severity.NONE);
    return released.version().after(severity).toString();
  }

  private JsonNode parent(String pointer) {
    return working.root().at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  private static int remove(ArrayNode list, String position) {
    list.remove(Integer.parseInt(position));
    return Integer.parseInt(position);
  }
}
