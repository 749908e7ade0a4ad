package io.github.reelay.dialect;

import io.github.reelay.mapping.GeneratedClient;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What makes dialects of documents, in place of {@link Dialect}, which knows no document. Found
 * through {@link ServiceLoader}.
 */
public interface DialectReader {

  /**
   * The dialect that a document describes.
   *
   * @param file what messages call the document
   * @param text YAML or JSON
   * @throws IllegalArgumentException as {@link Dialect#load}
   */
  Dialect read(String file, String text);

  /** The dialect of a generated client whose provider has no {@link Dialect} class of its own. */
  Dialect of(GeneratedClient<?> client);

  /**
   * The first reader on the class path, as the class loader of this thread sees it.
   *
   * @throws IllegalStateException if there is none
   */
  static DialectReader find() {
    return find(Thread.currentThread().getContextClassLoader());
  }

  /**
   * The first reader that a class loader sees.
   *
   * @param loader null for that of the system, as in {@link ServiceLoader}
   * @throws IllegalStateException if there is none
   */
  static DialectReader find(@Nullable ClassLoader loader) {
    Iterator<DialectReader> found = ServiceLoader.load(DialectReader.class, loader).iterator();
    if (!found.hasNext()) {
      throw new IllegalStateException(
          "expected a reader of documents on the class path, found none; is the file"
              + " META-INF/services/io.github.reelay.dialect.DialectReader there?");
    }
    return found.next();
  }
}
