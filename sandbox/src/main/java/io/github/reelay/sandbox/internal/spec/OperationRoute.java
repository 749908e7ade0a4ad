package io.github.reelay.sandbox.internal.spec;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a provider's operation, and the place of the id: in the path, or in the query string.
 *
 * @param template the path as the specification writes it
 * @param parameter the query parameter that carries the id; null if the path does
 */
public record OperationRoute(String template, @Nullable String parameter) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  static OperationRoute of(String template, List<SpecNode> parameters) {
    if (VARIABLE.matcher(template).find()) {
      return new OperationRoute(template, null);
    }
    return parameters.stream()
        .filter(parameter -> parameter.at("in").text().equals("query"))
        .filter(parameter -> parameter.at("required").text().equals("true"))
        .map(parameter -> new OperationRoute(template, parameter.at("name").text()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a variable in the path "
                        + template
                        + " or a required query parameter, found neither"));
  }

  /** The one that a path such as {@code /v1/videos/{id}} or {@code /v1/query?id={id}} names. */
  static OperationRoute of(String path) {
    int query = path.indexOf('?');
    if (query < 0 || path.indexOf('{') < query) {
      return new OperationRoute(query < 0 ? path : path.substring(0, query), null);
    }
    return Arrays.stream(path.substring(query + 1).split("&"))
        .filter(pair -> pair.endsWith("={id}"))
        .map(pair -> pair.substring(0, pair.indexOf('=')))
        .map(name -> new OperationRoute(path.substring(0, query), name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected a parameter of {id} alone in " + path));
  }

  /**
   * The id in a request.
   *
   * @param path the path below the provider's base URL, as written
   * @param query the query string, as written; null without one
   * @return the id, decoded; empty if it is not there; null if this is another path
   */
  public @Nullable String id(String path, @Nullable String query) {
    Matcher matcher = pattern().matcher(path);
    if (!matcher.matches()) {
      return null;
    }
    if (parameter == null) {
      return decoded(matcher.group(1).replace("+", "%2B"));
    }
    return Arrays.stream((query == null ? "" : query).split("&"))
        .filter(pair -> pair.startsWith(parameter + "="))
        .map(pair -> decoded(pair.substring(parameter.length() + 1)))
        .findFirst()
        .orElse("");
  }

  private Pattern pattern() {
    Matcher variable = VARIABLE.matcher(template);
    return variable.find()
        ? Pattern.compile(
            Pattern.quote(template.substring(0, variable.start()))
                + "([^/]*)"
                + Pattern.quote(template.substring(variable.end())))
        : Pattern.compile(Pattern.quote(template));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
