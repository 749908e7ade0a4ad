package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Spec;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who depends on an element of a document: the request, the mapper or the reader. */
final class Dependence {
  private static final Pattern PROPERTY =
      Pattern.compile("/components/schemas/([^/]+)/properties/([^/]+).*");
  private static final Pattern HEADER = Pattern.compile(".*/headers/([^/]+)");

  /** The headers that the mapper reads; it looks them up by name, without a generated record. */
  private static final Set<String> HEADERS_READ =
      Set.of("Retry-After", "X-Request-Id", "X-Oneapi-Request-Id");

  private final Set<String> read;
  private final Set<String> shown;
  private final String mappingSource;

  Dependence(Spec spec, Map<String, String> mapping) {
    this.read = MapperReads.of(spec.provider());
    this.shown = ShownProperties.of(spec);
    this.mappingSource = String.join("\n", mapping.values());
  }

  /** Who depends on what the mutant changes, as a clause; null if nobody does. */
  @Nullable String of(Mutant mutant) {
    return switch (mutant.kind().bearing()) {
      case REQUEST -> "the request depends on it";
      case RESPONSE -> "the reading of responses depends on it";
      case PRESENCE -> property(mutant.element(), true);
      case VALUE -> property(mutant.element(), false);
      case NAME -> named(mutant.element());
      case HEADER -> header(mutant.element());
      case NONE -> null;
    };
  }

  private @Nullable String property(String element, boolean presence) {
    Matcher matcher = PROPERTY.matcher(element);
    String property = matcher.matches() ? matcher.group(1) + "/" + matcher.group(2) : "";
    if (read.contains(property)) {
      return "the mapper reads it";
    }
    return presence && shown.contains(property) ? "the reader meets it in an example" : null;
  }

  private @Nullable String named(String element) {
    String name = element.substring(element.lastIndexOf('/') + 1);
    boolean isNamed = Pattern.compile("\\b" + name + "\\b").matcher(mappingSource).find();
    return isNamed ? "the mapper names it" : null;
  }

  private static @Nullable String header(String element) {
    Matcher matcher = HEADER.matcher(element);
    return matcher.matches() && HEADERS_READ.contains(matcher.group(1))
        ? "the mapper reads it"
        : null;
  }
}
