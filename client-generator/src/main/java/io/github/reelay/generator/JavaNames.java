package io.github.reelay.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.DefaultCodegen;

/** The names that the generated code has for what the document names. */
final class JavaNames {
  /** Variables of the template. */
  private static final Set<String> TAKEN = Set.of("values", "i", "in", "task", "body", "response");

  private final DefaultCodegen codegen;

  JavaNames(DefaultCodegen codegen) {
    this.codegen = codegen;
  }

  /** The accessor of a property, which is not its name where Java reserves that. */
  String accessor(String property) {
    return codegen.toVarName(property);
  }

  /**
   * The record of a named schema.
   *
   * @throws IllegalArgumentException if the schema has no name
   */
  String record(@Nullable String schema) {
    if (schema == null) {
      throw new IllegalArgumentException(
          "expected a reference to a named schema for each object with x-reelay inside, found an"
              + " object in place");
    }
    return codegen.toModelName(schema);
  }

  /** What stands at a pointer, or null if something on the way is null. */
  String chain(String variable, String pointer) {
    String chain = variable;
    for (String name : pointer.isEmpty() ? List.<String>of() : tokens(pointer)) {
      String holder = chain.contains(" ? ") ? "(" + chain + ")" : chain;
      String value = holder + "." + accessor(name) + "()";
      chain = chain.equals(variable) ? value : holder + " == null ? null : " + value;
    }
    return chain;
  }

  /** The names in a pointer; a name that becomes Java has no characters that are escaped. */
  private static List<String> tokens(String pointer) {
    return Arrays.asList(pointer.substring(1).split("/"));
  }

  /** A constant for a pointer, such as {@code RESULT_DATA_URL}. */
  static String constant(String pointer) {
    StringBuilder constant = new StringBuilder();
    char before = '_';
    for (char c : pointer.toCharArray()) {
      boolean word = isLetter(c) || isDigit(c);
      boolean begins = Character.isUpperCase(c) && !Character.isUpperCase(before);
      boolean inWord = constant.length() > 0 && constant.charAt(constant.length() - 1) != '_';
      if ((!word || begins) && inWord) {
        constant.append('_');
      }
      if (word) {
        constant.append(Character.toUpperCase(c));
      }
      before = c;
    }
    String name = constant.toString().replaceFirst("_$", "");
    return name.isEmpty() || isDigit(name.charAt(0)) ? "AT_" + name : name;
  }

  /**
   * A method for what stands at a pointer, such as {@code inResult}, or {@code inEachResultData}
   * for the elements of an array.
   */
  static String method(String pointer) {
    return (pointer.endsWith("/*") ? "inEach" : "in") + camel(constant(pointer));
  }

  /** A variable for what stands at a pointer, such as {@code draftInfo}. */
  String variable(String pointer) {
    List<String> names = tokens(pointer.replace("/*", ""));
    String property = accessor(names.get(names.size() - 1));
    String variable = TAKEN.contains(property) ? property + "Property" : property;
    return pointer.endsWith("/*") ? "each" + camel(constant(variable)) : variable;
  }

  private static String camel(String constant) {
    StringBuilder camel = new StringBuilder();
    for (String word : constant.split("_")) {
      if (!word.isEmpty()) {
        camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return camel.toString();
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A text as a literal of Java, with its quotes; only printable ASCII is left as it is. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        literal.append(String.format("\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
