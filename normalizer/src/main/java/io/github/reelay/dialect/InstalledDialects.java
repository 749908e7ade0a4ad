package io.github.reelay.dialect;

import io.github.reelay.internal.LookAhead;
import io.github.reelay.mapping.GeneratedClient;
import java.util.HashSet;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dialects on the class path: first those that have a class, then one for each generated client
 * of another provider. Each is looked for when it is needed, since a look opens every file of the
 * class path, and with the class loader of the thread that began: a later one may see less.
 */
final class InstalledDialects extends LookAhead<Dialect> {
  private final Set<String> names = new HashSet<>();
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();
  private @Nullable Iterator<Dialect> classes;
  private @Nullable Iterator<?> clients;

  @Override
  protected @Nullable Dialect find() {
    if (classes == null) {
      classes = ServiceLoader.load(Dialect.class, loader).iterator();
    }
    if (classes.hasNext()) {
      Dialect dialect = classes.next();
      names.add(dialect.profile().name());
      return dialect;
    }
    if (clients == null) {
      clients = ServiceLoader.load(GeneratedClient.class, loader).iterator();
    }
    while (clients.hasNext()) {
      GeneratedClient<?> client = (GeneratedClient<?>) clients.next();
      if (names.add(client.mapping().provider().name())) {
        return DialectReader.find(loader).of(client);
      }
    }
    return null;
  }
}
