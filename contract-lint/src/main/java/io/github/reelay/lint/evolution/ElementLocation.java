package io.github.reelay.lint.evolution;

import io.github.reelay.internal.pointer.JsonPointers;
import java.util.Locale;

/**
 * Where an element stands and what it is called there.
 *
 * @param pointer JSON Pointer into the document
 * @param subject name for people
 * @param request whether the caller sends what stands there
 */
record ElementLocation(String pointer, String subject, boolean request) {

  /** A place in responses. */
  static ElementLocation of(String pointer, String subject) {
    return new ElementLocation(pointer, subject, false);
  }

  /** An operation, by its path and method. */
  static ElementLocation operation(String path, String method, String operationId) {
    String pointer = JsonPointers.below("/paths", path);
    return of(pointer + "/" + method.toLowerCase(Locale.ROOT), operationId);
  }

  /** A part whose name is a word of its own, such as a header of a response. */
  ElementLocation part(String group, String name) {
    return new ElementLocation(
        JsonPointers.below(pointer + "/" + group, name), subject + " " + name, request);
  }

  /** A parameter, by its position: callers pass arguments by position too. */
  ElementLocation parameter(int position, String name) {
    return new ElementLocation(pointer + "/parameters/" + position, subject + " " + name, true);
  }

  ElementLocation property(String name) {
    return new ElementLocation(
        JsonPointers.below(pointer + "/properties", name), subject + "." + name, request);
  }

  /** What stands under that keyword; the mark, such as {@code []}, follows the name for people. */
  ElementLocation below(String keyword, String mark) {
    return new ElementLocation(pointer + "/" + keyword, subject + mark, request);
  }
}
