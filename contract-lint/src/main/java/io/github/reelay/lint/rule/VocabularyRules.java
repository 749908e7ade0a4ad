package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.document.DocumentException;
import io.github.reelay.document.Keywords;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.lint.document.SpecDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document says of the canonical values, read as the generator of the mapping reads it. */
final class VocabularyRules {
  private static final Set<String> KNOWN = new TreeSet<>(Keywords.ALL);

  /** What holds names that are the provider's own. */
  private static final Set<String> NAMED = Set.of("properties", "headers", "schemas");

  private VocabularyRules() {}

  /** The first thing that cannot be read; the next one shows once it is fixed. */
  static Stream<String> vocabulary(SpecDocument spec) {
    try {
      ProviderDocument document = ProviderDocument.read(spec.provider(), members(spec.root()));
      String name = document.name();
      return name.equals(spec.provider())
          ? Stream.of()
          : Stream.of(
              Elements.root(spec)
                  .at("info")
                  .at("x-provider")
                  .complain(spec.provider() + ", as the file is called", "'" + name + "'"));
    } catch (DocumentException wrong) {
      return Stream.of(wrong.pointer() + ": " + wrong.problem());
    }
  }

  private static Map<String, @Nullable Object> members(JsonNode object) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), tree(member.getValue())));
    return members;
  }

  private static @Nullable Object tree(JsonNode node) {
    if (node.isObject()) {
      return members(node);
    }
    if (node.isArray()) {
      List<@Nullable Object> elements = new ArrayList<>();
      node.forEach(element -> elements.add(tree(element)));
      return elements;
    }
    if (node.isNumber()) {
      return node.numberValue();
    }
    return node.isBoolean() ? (Object) node.booleanValue() : node.textValue();
  }

  /** Every extension that is not known, wherever it stands but in an example. */
  static Stream<String> extensions(SpecDocument spec) {
    return unknown(Elements.root(spec));
  }

  private static Stream<String> unknown(SpecElement element) {
    Stream<SpecElement> inside = element.node().isArray() ? element.elements() : element.members();
    return inside.flatMap(member -> unknown(element, member));
  }

  private static Stream<String> unknown(SpecElement holder, SpecElement member) {
    boolean own = holder.node().isArray() || NAMED.contains(holder.name());
    String name = member.name();
    if (!own && name.startsWith("x-")) {
      return KNOWN.contains(name)
          ? Stream.of()
          : Stream.of(member.complain("one of " + String.join(", ", KNOWN), "'" + name + "'"));
    }
    return !own && (name.equals("example") || name.equals("examples"))
        ? Stream.of()
        : unknown(member);
  }
}
