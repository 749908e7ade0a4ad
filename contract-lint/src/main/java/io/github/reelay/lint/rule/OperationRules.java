package io.github.reelay.lint.rule;

import io.github.reelay.lint.document.SpecDocument;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the generator and the sandbox need of the document as a whole. */
final class OperationRules {
  private OperationRules() {}

  static Stream<String> version(SpecDocument spec) {
    SpecElement root = Elements.root(spec);
    String found = root.text("openapi");
    return found.equals("3.0.3")
        ? Stream.of()
        : Stream.of(root.at("openapi").complain("3.0.3", root.found("openapi")));
  }

  static Stream<String> operationId(SpecDocument spec) {
    return Elements.operations(spec)
        .filter(operation -> !operation.text("operationId").matches("[a-z][A-Za-z0-9]*"))
        .map(
            operation ->
                operation.complain(
                    "an operationId of ASCII letters", "'" + operation.text("operationId") + "'"));
  }

  static Stream<String> tag(SpecDocument spec) {
    return Elements.operations(spec)
        .map(operation -> operation.at("tags"))
        .filter(
            tags -> tags.node().size() != 1 || !tags.node().path(0).asText().matches("[A-Za-z]+"))
        .map(tags -> tags.complain("one tag of ASCII letters", tags.node().toString()));
  }

  static Stream<String> request(SpecDocument spec) {
    Stream<String> parameters =
        Elements.parameters(spec)
            .filter(parameter -> !Set.of("path", "query").contains(parameter.text("in")))
            .map(
                parameter ->
                    parameter.complain(
                        "a parameter in path or query",
                        parameter.text("in")
                            + "; leave it out, because Reelay sends the same headers to all"));
    Stream<String> bodies =
        Elements.operations(spec)
            .filter(operation -> operation.has("requestBody"))
            .map(
                operation ->
                    operation.complain("no request body", "one; leave it out, a GET has none"));
    return Stream.concat(parameters, bodies);
  }

  /** {@code Retry-After} is a number of seconds or a date; a provider may change between both. */
  static Stream<String> retryAfter(SpecDocument spec) {
    return Elements.headers(spec)
        .filter(header -> header.name().equalsIgnoreCase("Retry-After"))
        .map(header -> header.at("schema").at("type"))
        .filter(type -> !type.node().asText().equals("string"))
        .map(
            type ->
                type.complain(
                    "type string for Retry-After",
                    type.node().asText("none") + "; it may be a date as well as seconds"));
  }

  static Stream<String> examples(SpecDocument spec) {
    Stream<String> missing =
        Elements.responses(spec)
            .filter(
                response ->
                    response
                        .at("content")
                        .members()
                        .allMatch(c -> c.at("examples").node().isEmpty()))
            .map(response -> response.complain("a named example", "none"));
    Stream<String> empty =
        Elements.examples(spec)
            .filter(example -> !example.has("value"))
            .map(example -> example.complain("a value", "none"));
    return Stream.concat(missing, empty);
  }

  static Stream<String> exampleNames(SpecDocument spec) {
    Set<String> seen = new HashSet<>();
    return Elements.examples(spec)
        .filter(
            example ->
                !example.name().matches("[a-z0-9]+(-[a-z0-9]+)*") || !seen.add(example.name()))
        .map(
            example ->
                example.complain(
                    "a name of its own, of lower-case letters and hyphens",
                    "'" + example.name() + "'"));
  }

  static Stream<String> names(SpecDocument spec) {
    return Stream.of(
            Elements.named(spec),
            Elements.properties(spec),
            Elements.headers(spec),
            Elements.parameters(spec).map(parameter -> parameter.at("name")))
        .flatMap(each -> each)
        .filter(named -> !name(named).matches("[A-Za-z][A-Za-z0-9_-]*"))
        .map(named -> named.complain("an ASCII name", "'" + name(named) + "'"));
  }

  private static String name(SpecElement named) {
    return named.node().isTextual() ? named.node().asText() : named.name();
  }
}
