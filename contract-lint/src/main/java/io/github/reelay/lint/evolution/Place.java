package io.github.reelay.lint.evolution;

import java.util.Locale;

/**
 * Where an element stands and what it is called there.
 *
 * @param pointer JSON Pointer into the document
 * @param subject name for people
 * @param request whether the caller sends what stands there
 */
record Place(String pointer, String subject, boolean request) {

  /** A place in answers. */
  static Place of(String pointer, String subject) {
    return new Place(pointer, subject, false);
  }

  /** An operation, by its path and method. */
  static Place operation(String path, String method, String operationId) {
    return of("/paths/" + escape(path) + "/" + method.toLowerCase(Locale.ROOT), operationId);
  }

  /** A part whose name is a word of its own, such as a header of a response. */
  Place part(String group, String name) {
    return new Place(pointer + "/" + group + "/" + escape(name), subject + " " + name, request);
  }

  /** A parameter, by its position: callers pass arguments by position too. */
  Place parameter(int position, String name) {
    return new Place(pointer + "/parameters/" + position, subject + " " + name, true);
  }

  /** A property. */
  Place property(String name) {
    return new Place(pointer + "/properties/" + escape(name), subject + "." + name, request);
  }

  /** What stands under that keyword, with a mark behind the name. */
  Place below(String keyword, String mark) {
    return new Place(pointer + "/" + keyword, subject + mark, request);
  }

  private static String escape(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }
}
