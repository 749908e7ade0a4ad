package io.github.reelay.contracttests.mutation;

import io.github.reelay.contracttests.spec.Spec;
import java.util.ArrayList;
import java.util.List;

/**
 * The named schemas of a document.
 *
 * @param spec the document
 */
record NamedSchemas(Spec spec) {
  static final String POINTER = "/components/schemas";
  private static final String REF = "#" + POINTER + "/";

  List<String> names() {
    List<String> names = new ArrayList<>();
    spec.document().at(POINTER).fieldNames().forEachRemaining(names::add);
    return names;
  }

  static String ref(String name) {
    return REF + name;
  }

  /** A reference to the schema that follows the one referred to, or to the first one. */
  String other(String ref) {
    List<String> names = names();
    int at = names.indexOf(ref.substring(REF.length()));
    return ref(names.get((at + 1) % names.size()));
  }
}
