package io.github.reelay.document;

import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks from the schema of a response to each of its values, in the order of the document, through
 * references, {@code allOf} and arrays.
 */
final class SchemaReader {
  private static final String NAMES = "x-reelay";
  private static final String INSIDE = "x-reelay-inside";

  /** How each member of an error object is read. */
  private static final Map<String, ValueKind> ERROR_MEMBERS =
      Map.of("code", ValueKind.SCALAR, "message", ValueKind.TEXT, "type", ValueKind.TEXT);

  private final Node root;
  private final String envelope;
  private final PropertyPlaces places;

  /**
   * For one document.
   *
   * @param root the document
   * @param envelope pointer of the task in the response; pointers are relative to it
   * @param places reads what a property carries
   */
  SchemaReader(Node root, String envelope, PropertyPlaces places) {
    this.root = root;
    this.envelope = envelope;
    this.places = places;
  }

  /** What that schema declares, with the places in it. */
  DeclaredValue read(Node schema) {
    return value(MergedSchema.of(root, schema, List.of()), "", null);
  }

  /**
   * One value with all that it contains.
   *
   * @param pointer where it stands in the response
   * @param named what names it from outside; null if it names itself
   */
  private DeclaredValue value(MergedSchema schema, String pointer, @Nullable Node named) {
    ValueKind kind = schema.kind();
    Node own = schema.keyword(NAMES);
    Node names = named != null ? named : own;
    String relative = relative(pointer);
    if (names.exists() && relative == null) {
      throw names.wrong("x-reelay inside the task at " + envelope, "it at " + pointer);
    }
    List<ValuePlace> carried =
        relative == null ? List.of() : places.of(schema, names, kind, relative);
    Inside inside = new Inside(schema.keyword(INSIDE));
    DeclaredValue declared =
        new DeclaredValue(
            kind,
            schema.name(),
            schema.has("x-known-values")
                ? schema.keyword("x-known-values").texts("a list of words")
                : List.of(),
            unsetZero(schema, kind),
            kind == ValueKind.ERROR
                ? errorMembers(schema, pointer, inside)
                : members(schema, pointer, inside),
            items(schema, pointer),
            carried);
    inside.checkUsed();
    return declared;
  }

  private @Nullable String relative(String pointer) {
    boolean inside = pointer.equals(envelope) || pointer.startsWith(envelope + "/");
    return inside ? pointer.substring(envelope.length()) : null;
  }

  private Map<String, DeclaredValue> members(MergedSchema schema, String pointer, Inside inside) {
    Map<String, DeclaredValue> members = new LinkedHashMap<>();
    schema
        .properties()
        .forEach(
            (name, node) -> {
              MergedSchema member = MergedSchema.of(root, node, schema.references());
              String at = JsonPointers.below(pointer, name);
              members.put(name, value(member, at, inside.take(name)));
            });
    return members;
  }

  /** The annotated members of an error, which has no schema of its own. */
  private Map<String, DeclaredValue> errorMembers(
      MergedSchema schema, String pointer, Inside inside) {
    Map<String, DeclaredValue> members = new LinkedHashMap<>();
    for (String name : List.of("code", "message", "type")) {
      Node named = inside.take(name);
      if (named != null) {
        ValueKind kind = ERROR_MEMBERS.get(name);
        String at = relative(JsonPointers.below(pointer, name));
        if (at == null) {
          throw named.wrong("x-reelay-inside in the task at " + envelope, "it at " + pointer);
        }
        members.put(name, DeclaredValue.leaf(kind, places.of(bare(schema), named, kind, at)));
      }
    }
    return members;
  }

  /** The same place without keywords, because those are the error's, not its members'. */
  private static MergedSchema bare(MergedSchema schema) {
    return new MergedSchema(schema.node(), null, Map.of(), Map.of(), schema.references());
  }

  private @Nullable DeclaredValue items(MergedSchema schema, String pointer) {
    Node items = schema.keyword("items");
    return items.exists()
        ? value(MergedSchema.of(root, items, schema.references()), pointer + "/*", null)
        : null;
  }

  private static boolean unsetZero(MergedSchema schema, ValueKind kind) {
    Node unset = schema.keyword("x-unset");
    boolean number =
        kind == ValueKind.INTEGER
            || kind == ValueKind.NUMBER
            || kind == ValueKind.INTEGER_TIME
            || kind == ValueKind.NUMBER_TIME;
    if (unset.exists() && !(unset.value() instanceof Number zero && zero.doubleValue() == 0)) {
      throw unset.wrong("0");
    }
    if (unset.exists() && !number) {
      throw unset.wrong("x-unset with type integer or number", FittingKinds.described(kind));
    }
    return unset.exists();
  }

  /** The names that a reference gives to members of what it refers to. */
  private static final class Inside {
    private final Node written;
    private final Map<String, Node> left = new LinkedHashMap<>();

    Inside(Node written) {
      this.written = written;
      written.members().forEach(member -> left.put(member.name(), member));
    }

    /** What names that member; null if it names itself. */
    @Nullable Node take(String member) {
      return left.remove(member);
    }

    void checkUsed() {
      if (written.exists() && !(written.value() instanceof Map)) {
        throw written.wrong("names by member");
      }
      for (Node unknown : left.values()) {
        throw unknown.wrong("a member of the schema", "'" + unknown.name() + "'");
      }
    }
  }

  /** Refuses a task without an id or a video's URL, or with its status inside an array. */
  static void checkTask(Node schema, DeclaredValue task) {
    List<ValuePlace> all = task.allPlaces();
    for (ValueName needed : List.of(ValueName.ID, ValueName.VIDEO_URL)) {
      if (all.stream().noneMatch(place -> place.name() == needed)) {
        throw schema.wrong("a property with x-reelay " + needed.text() + " in the task", "none");
      }
    }
    for (ValuePlace place : all) {
      if (place.name() == ValueName.STATUS && place.pointer().contains("/*")) {
        throw schema.wrong("x-reelay status outside of an array", "it at " + place.pointer());
      }
    }
  }
}
