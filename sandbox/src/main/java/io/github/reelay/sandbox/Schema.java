package io.github.reelay.sandbox;

/** What a specification says about one value, as far as the sandbox needs it. */
record Schema(Node node) {

  /** The schema of a property, wherever it is declared; an empty one if nowhere. */
  Schema property(String name) {
    Node own = node.at("properties").at(name);
    if (own.exists()) {
      return new Schema(own);
    }
    return node.at("allOf")
        .elements()
        .map(part -> new Schema(part).property(name))
        .filter(part -> part.node().exists())
        .findFirst()
        .orElse(new Schema(node.at("additionalProperties")));
  }

  /** The schema of an array's elements. */
  Schema items() {
    Node own = node.at("items");
    if (own.exists()) {
      return new Schema(own);
    }
    return node.at("allOf")
        .elements()
        .map(part -> new Schema(part).items())
        .filter(part -> part.node().exists())
        .findFirst()
        .orElse(new Schema(own));
  }

  /** Whether the value is a point in time, in whatever form. */
  boolean isTime() {
    return node.at("x-time").exists()
        || node.at("allOf").elements().anyMatch(part -> new Schema(part).isTime());
  }
}
