package io.github.reelay.generator;

import io.github.reelay.document.DeclaredValue;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.document.ValueKind;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The methods of a mapping for the template: one for the task, and one for each object and array
 * inside it that holds a canonical value.
 */
final class MappingModel {
  private static final String TASK = "task";
  private static final String BODY = "body";

  private final JavaNames names;
  private final PlaceConstants constants = new PlaceConstants();
  private final UniqueNames methodNames = new UniqueNames();
  private final List<Map<String, Object>> methods = new ArrayList<>();
  private String constantPrefix = "";

  private MappingModel(JavaNames names) {
    this.names = names;
  }

  static Map<String, Object> of(ProviderDocument document, JavaNames names) {
    return new MappingModel(names).model(document);
  }

  private Map<String, Object> model(ProviderDocument document) {
    String envelope = document.facts().envelope();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("response", type(document.response()));
    model.put("taskType", type(document.task()));
    model.put("inEnvelope", !envelope.isEmpty());
    model.put("task", names.chain("response", envelope));
    model.put("status", names.chain("response", envelope + status(document)));
    model.put("lines", lines(document.task(), "", TASK));
    constantPrefix = "BODY_";
    DeclaredValue error = document.error();
    if (error != null && !error.allPlaces().isEmpty()) {
      model.put("errorType", type(error));
      model.put("errorLines", lines(error, "", BODY));
    }
    model.put("methods", methods);
    model.put("constants", constants.all());
    return model;
  }

  private static String status(ProviderDocument document) {
    return document.places().stream()
        .filter(place -> place.name() == ValueName.STATUS)
        .map(ValuePlace::pointer)
        .findFirst()
        .orElseThrow();
  }

  /** What hands over each value in an object, in the order of the document. */
  private List<String> lines(DeclaredValue object, String pointer, String variable) {
    List<String> lines = new ArrayList<>();
    object
        .members()
        .forEach(
            (name, member) -> {
              String accessor = object.kind() == ValueKind.ERROR ? name : names.accessor(name);
              String value = variable + "." + accessor + "()";
              lines.addAll(value(member, pointer + "/" + name, value));
            });
    return lines;
  }

  /** What hands over one value and what is inside it. */
  private List<String> value(DeclaredValue declared, String pointer, String value) {
    List<String> lines = new ArrayList<>();
    for (ValuePlace place : declared.places()) {
      String constant = constants.add(constantPrefix, place, lines.isEmpty());
      lines.add(
          place.name() == null
              ? "values.presence(%s, %s != null);".formatted(constant, value)
              : "values.%s(%s, %s);".formatted(sink(declared.kind()), constant, value));
    }
    if (declared.allPlaces().size() > declared.places().size()) {
      lines.add("%s(%s, values);".formatted(method(declared, pointer), value));
    }
    return lines;
  }

  /** A method for what is inside a value. */
  private String method(DeclaredValue declared, String pointer) {
    String method = methodNames.add(JavaNames.method(pointer));
    String variable = names.variable(pointer);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", method);
    model.put("type", type(declared));
    model.put("variable", variable);
    methods.add(model); // before those inside it, so that it is read first
    DeclaredValue items = declared.items();
    model.put("isArray", items != null);
    model.put(
        "lines",
        items == null
            ? lines(declared, pointer, variable)
            : value(items, pointer + "/*", variable + ".get(i)"));
    return method;
  }

  /** The method of the sink that takes a value of that kind. */
  private static String sink(ValueKind kind) {
    return switch (kind) {
      case INTEGER -> "integer";
      case NUMBER -> "number";
      case BOOLEAN -> "bool";
      case TEXT_TIME, INTEGER_TIME, NUMBER_TIME -> "time";
      case SCALAR -> "scalar";
      case ERROR -> "error";
      case TEXT, ARRAY, OBJECT, ANY -> "text";
    };
  }

  /** The Java type of a value that has something inside it, and of the elements of a list. */
  private String type(DeclaredValue declared) {
    return switch (declared.kind()) {
      case ARRAY -> "List<" + type(declared.items()) + ">";
      case ERROR -> "ErrorValue";
      case INTEGER -> "Long";
      case NUMBER -> "Double";
      case BOOLEAN -> "Boolean";
      case TEXT_TIME, INTEGER_TIME, NUMBER_TIME -> "Timestamp";
      case SCALAR -> "ScalarValue";
      case OBJECT -> names.record(declared.schema());
      case TEXT, ANY -> "String";
    };
  }
}
