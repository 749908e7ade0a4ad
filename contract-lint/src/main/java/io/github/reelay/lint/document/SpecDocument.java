package io.github.reelay.lint.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A provider's OpenAPI document under the lint.
 *
 * @param provider its name, such as {@code toapis}
 * @param root the OpenAPI object
 * @param facts the numbers that the document may cite
 */
public record SpecDocument(String provider, JsonNode root, FactNumbers facts) {

  /**
   * Reads {@code <provider>.yaml}, and the register {@code facts/<provider>.yaml} next to it.
   *
   * @throws IllegalArgumentException if one of them is missing or no YAML; the message names it
   * @throws IOException if one of them cannot be read
   */
  public static SpecDocument read(Path file) throws IOException {
    String name = file.getFileName().toString();
    JsonNode register = tree(file.resolveSibling("facts").resolve(name), "facts/" + name);
    String provider = name.substring(0, name.lastIndexOf('.'));
    return new SpecDocument(provider, tree(file, name), FactNumbers.of(register));
  }

  private static JsonNode tree(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          name + ": expected this file, found none; write it, or take its document away.");
    }
    try {
      return Yaml.read(Files.readString(file));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
    }
  }

  @Override
  public String toString() {
    return provider;
  }
}
