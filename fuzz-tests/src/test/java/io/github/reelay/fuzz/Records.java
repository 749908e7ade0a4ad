package io.github.reelay.fuzz;

import io.github.reelay.contract.ContractReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The readers of the records that were generated for one provider. */
final class Records {
  private Records() {}

  /** All of the package of the generated interface, without a list of them. */
  static List<Function<ContractReader, ?>> readers(Class<?> api) {
    try {
      URI place = api.getProtectionDomain().getCodeSource().getLocation().toURI();
      String folder = api.getPackageName().replace('.', '/');
      if (Files.isDirectory(Path.of(place))) {
        return readers(api, Path.of(place).resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
        return readers(api, jar.getPath(folder));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (URISyntaxException | ReflectiveOperationException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  private static List<Function<ContractReader, ?>> readers(Class<?> api, Path folder)
      throws IOException, ReflectiveOperationException {
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    List<Function<ContractReader, ?>> readers = new ArrayList<>();
    for (String name : names) {
      Class<?> type = Class.forName(api.getPackageName() + "." + name.replace(".class", ""));
      if (type.isRecord()) {
        readers.add(reader(type));
      }
    }
    return readers;
  }

  @SuppressWarnings("unchecked")
  private static Function<ContractReader, ?> reader(Class<?> type)
      throws ReflectiveOperationException {
    MethodHandle read =
        MethodHandles.lookup()
            .findStatic(type, "read", MethodType.methodType(type, ContractReader.class));
    return MethodHandleProxies.asInterfaceInstance(Function.class, read);
  }
}
