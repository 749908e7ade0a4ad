package io.github.reelay.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.SpecDocument;
import java.util.Set;
import java.util.stream.Stream;

/** The elements of a document by kind; what stands inside examples is never one. */
final class Elements {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Elements() {}

  static SpecElement root(SpecDocument spec) {
    return new SpecElement("", spec.root());
  }

  static Stream<SpecElement> operations(SpecDocument spec) {
    return root(spec)
        .at("paths")
        .members()
        .flatMap(SpecElement::members)
        .filter(member -> METHODS.contains(member.name()));
  }

  static Stream<SpecElement> parameters(SpecDocument spec) {
    return operations(spec).flatMap(operation -> operation.at("parameters").elements());
  }

  static Stream<SpecElement> responses(SpecDocument spec) {
    return operations(spec).flatMap(operation -> operation.at("responses").members());
  }

  static Stream<SpecElement> headers(SpecDocument spec) {
    return responses(spec).flatMap(response -> response.at("headers").members());
  }

  /** Every media type of every response. */
  static Stream<SpecElement> contents(SpecDocument spec) {
    return responses(spec).flatMap(response -> response.at("content").members());
  }

  static Stream<SpecElement> examples(SpecDocument spec) {
    return contents(spec).flatMap(content -> content.at("examples").members());
  }

  /** The schemas that have a name. */
  static Stream<SpecElement> named(SpecDocument spec) {
    return root(spec).at("components").at("schemas").members();
  }

  /** Every schema, at any depth. */
  static Stream<SpecElement> schemas(SpecDocument spec) {
    Stream<SpecElement> used =
        Stream.of(parameters(spec), headers(spec), contents(spec))
            .flatMap(each -> each)
            .map(user -> user.at("schema"));
    return Stream.concat(named(spec), used).filter(SpecElement::exists).flatMap(Elements::nested);
  }

  /** Every schema of a body, at any depth: what a response can hold. */
  static Stream<SpecElement> values(SpecDocument spec) {
    return Stream.concat(named(spec), contents(spec).map(content -> content.at("schema")))
        .filter(SpecElement::exists)
        .flatMap(Elements::nested);
  }

  private static Stream<SpecElement> nested(SpecElement schema) {
    Stream<SpecElement> inside =
        Stream.of(schema.at("properties").members(), schema.at("allOf").elements())
            .flatMap(each -> each);
    Stream<SpecElement> items = Stream.of(schema.at("items")).filter(SpecElement::exists);
    return Stream.concat(Stream.of(schema), Stream.concat(inside, items).flatMap(Elements::nested));
  }

  /** The JSON Pointer to the schema that this one refers to; empty if it refers to none. */
  static String reference(JsonNode schema) {
    JsonNode reference = schema.has("$ref") ? schema.get("$ref") : schema.at("/allOf/0/$ref");
    return reference.asText().replaceFirst("^#", "");
  }

  /** Every property of every schema. */
  static Stream<SpecElement> properties(SpecDocument spec) {
    return schemas(spec).flatMap(schema -> schema.at("properties").members());
  }

  /** Everything that may have a description, a title, a summary or a source. */
  static Stream<SpecElement> described(SpecDocument spec) {
    SpecElement root = root(spec);
    Stream<SpecElement> single = Stream.of(root, root.at("info"), root.at("externalDocs"));
    Stream<SpecElement> listed =
        Stream.of(root.at("servers").elements(), root.at("tags").elements()).flatMap(e -> e);
    Stream<SpecElement> schemes = root.at("components").at("securitySchemes").members();
    Stream<SpecElement> paths = root.at("paths").members();
    return Stream.of(
            single,
            listed,
            schemes,
            paths,
            operations(spec),
            parameters(spec),
            responses(spec),
            headers(spec),
            examples(spec),
            schemas(spec))
        .flatMap(each -> each);
  }
}
