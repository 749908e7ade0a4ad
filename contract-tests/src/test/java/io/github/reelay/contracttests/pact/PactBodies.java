package io.github.reelay.contracttests.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PM;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Consumer;

/** What the bodies of all providers are made of: shapes, and only the values that are read. */
final class PactBodies {
  private PactBodies() {}

  static DslPart json(Consumer<LambdaDslObject> members) {
    return newJsonBody(members::accept).build();
  }

  /**
   * A body by example, with apostrophes for quotation marks: each value stands for its type, {@code
   * http…} for any address, {@code 10%} for any percentage, {@code =word} for the word alone, and
   * {@code ~expression~text} for what the expression matches.
   */
  static DslPart like(String example) {
    try {
      JsonNode tree = new ObjectMapper().readTree(example.replace('\'', '"'));
      return json(body -> members(body, tree));
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(example, malformed);
    }
  }

  private static void members(LambdaDslObject in, JsonNode tree) {
    tree.properties().forEach(member -> member(in, member.getKey(), member.getValue()));
  }

  private static void member(LambdaDslObject in, String name, JsonNode value) {
    if (value.isObject()) {
      in.object(name, inner -> members(inner, value));
    } else if (value.isIntegralNumber()) {
      integer(in, name, value.longValue());
    } else if (value.isNumber()) {
      in.numberType(name, value.decimalValue());
    } else if (value.isNull()) {
      in.nullValue(name);
    } else {
      text(in, name, value.asText());
    }
  }

  private static void text(LambdaDslObject in, String name, String example) {
    if (example.startsWith("=")) {
      in.stringValue(name, example.substring(1));
    } else if (example.startsWith("~")) {
      String[] parts = example.split("~");
      in.stringMatcher(name, parts[1], parts[2]);
    } else if (example.startsWith("http")) {
      url(in, name, example);
    } else if (example.matches("\\d+%")) {
      in.stringMatcher(name, "\\d+%", example);
    } else {
      in.stringType(name, example);
    }
  }

  /** A whole number that may need 64 bits. */
  static void integer(LambdaDslObject in, String name, long example) {
    in.and(name, example, PM.integerType());
  }

  /** The mapper takes absolute addresses of the web only. */
  static void url(LambdaDslObject in, String name, String example) {
    in.stringMatcher(name, "https?://.+", example);
  }

  /** The mapper depends on the word, so it is pinned as it is. */
  static void status(LambdaDslObject in, String word) {
    in.stringValue("status", word);
  }
}
