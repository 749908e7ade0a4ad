package io.github.reelay.lint.rule;

import io.github.reelay.lint.document.SpecDocument;
import java.util.Set;
import java.util.stream.Stream;

/** The elements of a document by kind; what stands inside examples is never one. */
final class Elements {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private Elements() {}

  static Place root(SpecDocument spec) {
    return new Place("", spec.root());
  }

  static Stream<Place> operations(SpecDocument spec) {
    return root(spec)
        .at("paths")
        .members()
        .flatMap(Place::members)
        .filter(member -> METHODS.contains(member.name()));
  }

  static Stream<Place> parameters(SpecDocument spec) {
    return operations(spec).flatMap(operation -> operation.at("parameters").elements());
  }

  static Stream<Place> responses(SpecDocument spec) {
    return operations(spec).flatMap(operation -> operation.at("responses").members());
  }

  static Stream<Place> headers(SpecDocument spec) {
    return responses(spec).flatMap(response -> response.at("headers").members());
  }

  /** Every media type of every response. */
  static Stream<Place> contents(SpecDocument spec) {
    return responses(spec).flatMap(response -> response.at("content").members());
  }

  static Stream<Place> examples(SpecDocument spec) {
    return contents(spec).flatMap(content -> content.at("examples").members());
  }

  /** The schemas that have a name. */
  static Stream<Place> named(SpecDocument spec) {
    return root(spec).at("components").at("schemas").members();
  }

  /** Every schema, at any depth. */
  static Stream<Place> schemas(SpecDocument spec) {
    Stream<Place> used =
        Stream.of(parameters(spec), headers(spec), contents(spec))
            .flatMap(each -> each)
            .map(user -> user.at("schema"));
    return Stream.concat(named(spec), used).filter(Place::exists).flatMap(Elements::nested);
  }

  private static Stream<Place> nested(Place schema) {
    Stream<Place> inside =
        Stream.of(schema.at("properties").members(), schema.at("allOf").elements())
            .flatMap(each -> each);
    Stream<Place> items = Stream.of(schema.at("items")).filter(Place::exists);
    return Stream.concat(Stream.of(schema), Stream.concat(inside, items).flatMap(Elements::nested));
  }

  /** Every property of every schema. */
  static Stream<Place> properties(SpecDocument spec) {
    return schemas(spec).flatMap(schema -> schema.at("properties").members());
  }

  /** Everything that may say in words what it is, or where that comes from. */
  static Stream<Place> described(SpecDocument spec) {
    Place root = root(spec);
    Stream<Place> single = Stream.of(root, root.at("info"), root.at("externalDocs"));
    Stream<Place> listed =
        Stream.of(root.at("servers").elements(), root.at("tags").elements()).flatMap(e -> e);
    Stream<Place> schemes = root.at("components").at("securitySchemes").members();
    Stream<Place> paths = root.at("paths").members();
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
