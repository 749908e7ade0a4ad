package io.github.reelay.lint.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One version of a provider's contract; comments and layout are gone.
 *
 * @param provider its name, such as {@code toapis}
 * @param root the OpenAPI object
 */
record Document(String provider, JsonNode root) {

  /**
   * Reads {@code <provider>.yaml}; the provider's name is that of the file.
   *
   * @throws IllegalArgumentException if it is no YAML; the message names the file
   */
  static Document read(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      return parse(name.substring(0, name.lastIndexOf('.')), Files.readString(file));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  /** Reads YAML; a key that stands twice is refused. */
  static Document parse(String provider, String yaml) {
    return new Document(provider, Yaml.read(yaml));
  }

  /**
   * The version under {@code info}.
   *
   * @throws IllegalArgumentException if it is not three numbers
   */
  Version version() {
    return Version.of(provider, root.at("/info/version").asText());
  }

  /**
   * The node itself, or what its {@code $ref} names.
   *
   * @throws IllegalArgumentException if that is not in the document
   */
  JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      resolved = target(resolved.get("$ref").asText());
    }
    return resolved;
  }

  private JsonNode target(String ref) {
    JsonNode target = root.at(ref.substring(ref.indexOf('#') + 1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException(
          "%s: expected what $ref %s names in the document, found nothing; correct the reference."
              .formatted(provider, ref));
    }
    return target;
  }
}
