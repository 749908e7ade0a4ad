package io.github.reelay.contracttools.mutation;

import io.github.reelay.dialect.Dialect;

/**
 * A client generated from a document, with the provider's mapping compiled against it.
 *
 * @param provider its name, such as {@code toapis}
 * @param modelPackage where its records are
 * @param classes its classes, and the mapping's
 */
record Client(String provider, String modelPackage, ClassLoader classes) {

  /** The provider's dialect, over the generated client. */
  Dialect dialect() {
    try {
      String name = Adapter.of(provider).className();
      return (Dialect) classes.loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("expected the dialect of " + provider, broken);
    }
  }

  /**
   * The generated record of a schema.
   *
   * @throws ClassNotFoundException if there is none
   */
  Class<?> type(String schema) throws ClassNotFoundException {
    return classes.loadClass(modelPackage + "." + schema);
  }
}
