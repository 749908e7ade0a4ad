package io.github.reelay.contracttools.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the operation allows the request of an interaction. */
final class RequestCheck {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)\\}");
  private static final Set<String> OF_HTTP = Set.of("accept", "content-type", "authorization");

  private final Interaction interaction;
  private final Operation operation;
  private final List<String> problems = new ArrayList<>();

  private RequestCheck(Interaction interaction, Operation operation) {
    this.interaction = interaction;
    this.operation = operation;
  }

  static List<String> problems(Interaction interaction, Operation operation) {
    RequestCheck check = new RequestCheck(interaction, operation);
    check.method();
    check.path();
    check.values("query", interaction.request().path("query"), Set.of());
    check.values("header", interaction.request().path("headers"), OF_HTTP);
    check.security();
    check.body();
    return check.problems;
  }

  private void add(String expected, Object found, String advice) {
    problems.add(interaction.problem(expected, found, advice));
  }

  private void method() {
    String method = interaction.request().path("method").asText();
    if (!method.equals(operation.method())) {
      add("the method " + operation.method(), method, "query as the spec says");
    }
  }

  private void path() {
    String path = interaction.request().path("path").asText();
    List<String> names =
        VARIABLE.matcher(operation.path()).results().map(found -> found.group(1)).toList();
    Matcher literal =
        Pattern.compile(VARIABLE.matcher(operation.path()).replaceAll("([^/]+)")).matcher(path);
    if (!literal.matches()) {
      add("the path " + operation.path(), path, "query as the spec says");
      return;
    }
    Map<String, String> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, literal.group(values.size() + 1)));
    for (Parameter parameter : operation.parameters("path")) {
      value(parameter, values.remove(parameter.name()));
    }
    values.forEach(
        (name, value) ->
            add("a path parameter named " + name, "none in the spec", "declare it there"));
  }

  private void values(String place, JsonNode sent, Set<String> allowed) {
    Map<String, String> values = new LinkedHashMap<>();
    sent.properties().forEach(each -> values.put(each.getKey(), each.getValue().path(0).asText()));
    for (Parameter parameter : operation.parameters(place)) {
      String value = values.remove(parameter.name());
      if (value != null || parameter.required()) {
        value(parameter, value);
      }
    }
    values.keySet().removeIf(name -> allowed.contains(name.toLowerCase(Locale.ROOT)));
    for (String name : values.keySet()) {
      Object known = operation.parameters(place).stream().map(Parameter::name).toList();
      add("a %s parameter out of %s".formatted(place, known), name, "query as the spec says");
    }
  }

  private void value(Parameter parameter, @Nullable String value) {
    String name = "the %s parameter %s".formatted(parameter.place(), parameter.name());
    if (value == null) {
      add(name, "nothing", "query as the spec says");
    } else if (!parameter.takes(value)) {
      add(name + " as " + parameter.type(), "'" + value + "'", "query as the spec says");
    }
  }

  /** Of the schemes of OpenAPI these documents use one. */
  private void security() {
    JsonNode sent = interaction.request().at("/headers/Authorization/0");
    boolean required =
        operation.security().stream()
            .anyMatch(scheme -> scheme.path("scheme").asText().equals("bearer"));
    if (required && !sent.asText().matches("Bearer \\S+")) {
      String found = sent.isMissingNode() ? "none" : "another scheme";
      add("an Authorization header with Bearer and a key", found, "pin the header");
    } else if (!required && !sent.isMissingNode()) {
      add("no Authorization header, as the spec requires none", "one", "declare the bearer scheme");
    }
  }

  private void body() {
    if (interaction.request().has("body")) {
      add("no request body, as the spec declares none", "one", "leave it out");
    }
  }
}
