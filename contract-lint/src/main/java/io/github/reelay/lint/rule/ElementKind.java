package io.github.reelay.lint.rule;

import io.github.reelay.lint.document.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The kinds of elements of a document, each with all keywords that it may have. Whatever the reader
 * of documents, the generator and the sandbox do not look at is in none of these lists.
 */
enum ElementKind {
  DOCUMENT(
      "the document",
      spec -> Stream.of(Elements.root(spec)),
      "openapi, info, externalDocs, servers, security, tags, paths, components"),
  INFO(
      "info",
      spec -> Stream.of(Elements.root(spec).at("info")),
      "title, version, description, license, contact, x-provider, x-last-verified"),
  LICENSE(
      "a license", spec -> Stream.of(Elements.root(spec).at("info").at("license")), "name, url"),
  DOCUMENTATION(
      "externalDocs",
      spec -> Stream.of(Elements.root(spec).at("externalDocs")),
      "description, url"),
  SERVER(
      "a server",
      spec -> Elements.root(spec).at("servers").elements(),
      "url, description, x-facts, x-inferred"),
  TAG("a tag", spec -> Elements.root(spec).at("tags").elements(), "name, description"),
  COMPONENTS(
      "components",
      spec -> Stream.of(Elements.root(spec).at("components")),
      "schemas, securitySchemes"),
  SECURITY_SCHEME(
      "a security scheme",
      spec -> Elements.root(spec).at("components").at("securitySchemes").members(),
      "type, scheme, description, x-facts, x-inferred"),
  PATH("a path", spec -> Elements.root(spec).at("paths").members(), "get, x-facts, x-inferred"),
  OPERATION(
      "an operation",
      Elements::operations,
      "operationId, tags, summary, description, parameters, responses, x-facts, x-inferred,"
          + " x-polling, x-validity, x-video-format, x-envelope, x-unknown-task"),
  PARAMETER(
      "a parameter",
      Elements::parameters,
      "name, in, required, description, schema, example, x-facts, x-inferred"),
  PARAMETER_SCHEMA(
      "the schema of a parameter",
      spec -> Elements.parameters(spec).map(parameter -> parameter.at("schema")),
      "type, format"),
  RESPONSE("a response", Elements::responses, "description, headers, content, x-facts, x-inferred"),
  HEADER("a header", Elements::headers, "description, schema, example, x-facts, x-inferred"),
  HEADER_SCHEMA(
      "the schema of a header",
      spec -> Elements.headers(spec).map(header -> header.at("schema")),
      "type, format, x-known-values"),
  CONTENT("a media type", Elements::contents, "schema, examples"),
  EXAMPLE("an example", Elements::examples, "summary, description, value"),
  TEXT(
      "a text",
      spec -> typed(spec, "string"),
      "type, nullable, description, x-facts, x-inferred, x-reelay, x-present-on, x-known-values,"
          + " x-means, x-time, x-unit"),
  NUMBER(
      "a number",
      spec -> typed(spec, "integer", "number"),
      "type, format, minimum, maximum, nullable, description, x-facts, x-inferred, x-reelay,"
          + " x-present-on, x-time, x-unit, x-unset"),
  BOOLEAN(
      "a boolean",
      spec -> typed(spec, "boolean"),
      "type, nullable, description, x-facts, x-inferred, x-reelay, x-present-on"),
  ARRAY(
      "an array",
      spec -> typed(spec, "array"),
      "type, items, nullable, description, x-facts, x-inferred, x-present-on"),
  OBJECT(
      "an object",
      spec -> typed(spec, "object"),
      "type, properties, required, nullable, description, x-facts, x-inferred, x-present-on"),
  REFERENCE(
      "a reference",
      spec -> Elements.values(spec).filter(each -> each.has("$ref") || each.has("allOf")),
      "$ref, allOf, description, x-facts, x-inferred, x-reelay, x-reelay-inside, x-present-on"),
  SHAPE(
      "a value with an x-shape",
      spec -> Elements.values(spec).filter(each -> each.has("x-shape") && !each.has("type")),
      "x-shape, description, x-facts, x-inferred, x-reelay, x-reelay-inside, x-present-on");

  private final String title;
  private final Function<SpecDocument, Stream<SpecElement>> elements;
  private final Set<String> keywords;

  ElementKind(String title, Function<SpecDocument, Stream<SpecElement>> elements, String keywords) {
    this.title = title;
    this.elements = elements;
    this.keywords = new TreeSet<>(List.of(keywords.split(", ")));
  }

  private static Stream<SpecElement> typed(SpecDocument spec, String... types) {
    return Elements.values(spec).filter(each -> List.of(types).contains(each.text("type")));
  }

  /** As a sentence names it: {@code a parameter}. */
  String title() {
    return title;
  }

  /** The elements of this kind. */
  Stream<SpecElement> in(SpecDocument spec) {
    return elements.apply(spec).filter(SpecElement::exists);
  }

  /** The keywords that it may have, in alphabetical order. */
  Set<String> keywords() {
    return keywords;
  }
}
