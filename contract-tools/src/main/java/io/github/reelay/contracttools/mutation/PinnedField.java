package io.github.reelay.contracttools.mutation;

/**
 * One field that one interaction pins.
 *
 * @param response the interaction
 * @param pointer JSON Pointer to the field in its body
 */
record PinnedField(PinnedResponse response, String pointer) {

  /** Whether the canonical task, its findings left out, is another without the field. */
  boolean matters() {
    Edit without = new Edit(response.body().deepCopy());
    without.remove(pointer);
    return !Canonical.of(response, without.root()).equals(Canonical.of(response, response.body()));
  }

  /** What to say of a pin that does not matter and has no reason. */
  String sentence() {
    return ("expected the canonical task of '%s' of %s to change without %s, found the same; do not"
            + " pin the field, or say why in %s")
        .formatted(
            response.description(),
            response.provider(),
            pointer,
            PinReason.file(response.provider()));
  }
}
