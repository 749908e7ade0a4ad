package io.github.reelay.internal.yaml;

import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML text nests deeper, or has more nodes, than {@link YamlNodes} allows. */
public final class BoundsException extends YamlEngineException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String expected;
  private final String found;

  private BoundsException(int line, String expected, String found) {
    super("expected " + expected + ", found " + found + " in line " + line);
    this.line = line;
    this.expected = expected;
    this.found = found;
  }

  static BoundsException tooDeep(int line) {
    return new BoundsException(line, "a document of usual depth", "one that nests more");
  }

  static BoundsException tooLarge(int line) {
    return new BoundsException(
        line, "a document of usual size", "one that is larger or repeats more");
  }

  /** Where it is too deep or too large, counted from 1. */
  public int line() {
    return line;
  }

  /** The message without the line, for a sentence that names the line elsewhere. */
  public String sentence() {
    return "expected " + expected + ", found " + found;
  }

  /** The part of the message behind "expected". */
  public String expected() {
    return expected;
  }

  /** The part of the message behind "found", with the line. */
  public String found() {
    return found + " in line " + line;
  }
}
