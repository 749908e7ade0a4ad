package io.github.reelay.dialect.document;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.DialectReader;
import io.github.reelay.internal.document.DialectDocument;
import io.github.reelay.mapping.GeneratedClient;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads documents in either form, at run time or when the client was built. */
public final class LoadedDialectReader implements DialectReader {

  /** For {@link java.util.ServiceLoader}. */
  public LoadedDialectReader() {}

  @Override
  public Dialect read(String file, String text) {
    DialectDocument document = DialectDocument.read(file, text);
    String name = document.facts().name();
    for (Dialect released : Dialect.installed()) {
      String other = released.profile().name();
      if (keyName(other).equals(keyName(name))) {
        throw new IllegalArgumentException(
            file
                + ": expected a name of its own, found '"
                + name
                + "', which would get the key of the provider "
                + other
                + "; choose another name");
      }
    }
    return new LoadedDialect(document, existing(file), document.facts().baseUrl());
  }

  @Override
  public Dialect of(GeneratedClient<?> client) {
    return new GeneratedDialect(client);
  }

  private static @Nullable Path existing(String file) {
    try {
      Path path = Path.of(file).toAbsolutePath().normalize();
      return Files.isRegularFile(path) ? path : null;
    } catch (InvalidPathException noFile) {
      return null; // the name of a document that is text
    }
  }

  /** Two names that differ only in this read their key from the same environment variable. */
  private static String keyName(String name) {
    return name.replace('.', '_').replace('-', '_');
  }
}
