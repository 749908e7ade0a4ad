package io.github.reelay.sandbox.internal.spec;

/** What a specification says about one value, as far as the sandbox needs it. */
public record SpecSchema(SpecNode node) {

  /** The schema of a property, wherever it is declared; an empty one if nowhere. */
  public SpecSchema property(String name) {
    SpecNode own = node.at("properties").at(name);
    if (own.exists()) {
      return new SpecSchema(own);
    }
    return node.at("allOf")
        .elements()
        .map(part -> new SpecSchema(part).property(name))
        .filter(part -> part.node().exists())
        .findFirst()
        .orElse(new SpecSchema(node.at("additionalProperties")));
  }

  /** The schema of an array's elements. */
  public SpecSchema items() {
    SpecNode own = node.at("items");
    if (own.exists()) {
      return new SpecSchema(own);
    }
    return node.at("allOf")
        .elements()
        .map(part -> new SpecSchema(part).items())
        .filter(part -> part.node().exists())
        .findFirst()
        .orElse(new SpecSchema(own));
  }

  /** Whether the value is a point in time, in whatever form. */
  public boolean isTime() {
    return node.at("x-time").exists()
        || node.at("allOf").elements().anyMatch(part -> new SpecSchema(part).isTime());
  }
}
