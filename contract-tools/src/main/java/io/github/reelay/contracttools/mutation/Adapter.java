package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.TestProviders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The code that names the generated client of a provider: its own dialect, or one as a program
 * would write it, where the provider has none.
 *
 * @param className the dialect
 * @param sources the sources, by path
 */
record Adapter(String className, SortedMap<String, String> sources) {
  private static final Path SOURCES = Root.path("normalizer/src/main/java");
  private static final String NAME = "io.github.reelay.provider.mutated.MutatedDialect";

  /** The names are those of every document: the tag VideoTasks, the operation getVideoTask. */
  private static final String WRITTEN =
      """
      package io.github.reelay.provider.mutated;

      import CLIENT.VideoTasksApi;
      import CLIENT.VideoTasksMapping;
      import io.github.reelay.dialect.ClientBinding;
      import io.github.reelay.dialect.document.DocumentedDialect;

      public final class MutatedDialect extends DocumentedDialect {
        public MutatedDialect() {
          super(new VideoTasksMapping());
        }

        @Override
        public ClientBinding<?> binding() {
          return new ClientBinding<>(
              VideoTasksApi.Async.class, VideoTasksApi.Async::getVideoTaskRaw);
        }
      }
      """;

  /** The provider's own dialect with its package, or a written one if it has none. */
  static Adapter of(String provider) {
    if (!TestProviders.hasAdapter(provider)) {
      String source = WRITTEN.replace("CLIENT", TestProviders.clientPackage(provider));
      return new Adapter(NAME, new TreeMap<>(Map.of(NAME.replace('.', '/') + ".java", source)));
    }
    Class<?> dialect = TestProviders.dialect(provider).getClass();
    Path folder = SOURCES.resolve(dialect.getPackageName().replace('.', '/'));
    SortedMap<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith("package-info.java")).toList()) {
        String path = SOURCES.relativize(file).toString().replace('\\', '/');
        sources.put(path, Files.readString(file));
      }
      return new Adapter(dialect.getName(), sources);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
