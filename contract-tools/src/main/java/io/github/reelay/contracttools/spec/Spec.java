package io.github.reelay.contracttools.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.FactNumbers;
import io.github.reelay.lint.document.SpecDocument;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One provider's OpenAPI document, as it lies on the class path.
 *
 * @param provider its name, such as {@code toapis}
 * @param document the whole document
 */
public record Spec(String provider, JsonNode document) {

  private static final Map<String, Spec> READ = new LinkedHashMap<>();
  private static final Map<String, FactNumbers> FACTS = new LinkedHashMap<>();

  static {
    for (String provider : TestProviders.names()) {
      READ.put(provider, new Spec(provider, read(provider + ".yaml")));
      FACTS.put(provider, FactNumbers.of(read("facts/" + provider + ".yaml")));
    }
  }

  /** The document of one provider; nobody may change it. */
  public static Spec of(String provider) {
    return READ.get(provider);
  }

  /** Those of all providers, in alphabetical order. */
  public static Stream<Spec> all() {
    return READ.values().stream();
  }

  /** The names of the members that carry a canonical value, such as {@code status}; each once. */
  public List<String> members(String value) {
    return StreamSupport.stream(document.at("/components/schemas").spliterator(), false)
        .flatMap(schema -> schema.path("properties").properties().stream())
        .filter(property -> carries(property.getValue().path("x-reelay"), value))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  private static boolean carries(JsonNode names, String value) {
    return names.isArray()
        ? StreamSupport.stream(names.spliterator(), false).anyMatch(name -> carries(name, value))
        : names.asText().equals(value);
  }

  private static JsonNode read(String name) {
    return Yaml.read(text(name));
  }

  /**
   * The text of a file next to the documents.
   *
   * @param name its name, such as {@code toapis.yaml} or {@code facts/toapis.yaml}
   * @throws IllegalStateException if there is none
   */
  public static String text(String name) {
    try (InputStream in = Spec.class.getResourceAsStream("/io/github/reelay/specs/" + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "expected " + name + " in api-specs, found none: every provider needs one");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The document with the numbers of its provider's facts, which the lint compares it with. */
  public SpecDocument linted() {
    return new SpecDocument(provider, document, FACTS.get(provider));
  }

  /** The template of the one path. */
  public String path() {
    return document.get("paths").fieldNames().next();
  }

  /** The one operation; null if a mutant has no GET at its path. */
  public JsonNode operation() {
    return document.get("paths").get(path()).get("get");
  }

  /** The id in the document's own request. */
  public String queriedId() {
    return operation().get("parameters").get(0).get("example").asText();
  }

  /** What a {@code $ref} inside the document names; missing if there is nothing. */
  public JsonNode resolve(String ref) {
    return document.at(ref.substring(1));
  }

  /** Every named example of every response, in order. */
  public List<Example> examples() {
    return Example.of(this);
  }

  /**
   * The first example of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Example example(String name) {
    return examples().stream()
        .filter(example -> example.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected an example named " + name + " in " + provider + ".yaml"));
  }

  @Override
  public String toString() {
    return provider;
  }
}
