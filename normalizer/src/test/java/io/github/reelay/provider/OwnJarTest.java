package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The provider of docs/a-provider-in-your-own-jar.md, in a jar that the tests know nothing of. */
class OwnJarTest {
  private static final String DIALECT = "com.example.acme.AcmeDialect";
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private URLClassLoader loader;

  @BeforeEach
  void load(@TempDir Path directory) throws IOException, URISyntaxException {
    Path jar = directory.resolve("acme.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("META-INF/services/" + Dialect.class.getName()));
      out.write(DIALECT.getBytes());
      for (Path compiled : compiled()) {
        out.putNextEntry(new JarEntry("com/example/acme/" + compiled.getFileName()));
        out.write(Files.readAllBytes(compiled));
      }
    }
    loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new WithoutAcme(before));
    Thread.currentThread().setContextClassLoader(loader);
  }

  private static List<Path> compiled() throws IOException, URISyntaxException {
    URI folder = OwnJarTest.class.getResource("/com/example/acme").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.toList();
    }
  }

  @AfterEach
  void unload() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }

  @Test
  void isDiscoveredAndReads() {
    try (Providers providers = Providers.discover(Map.of())) {
      Dialect acme = providers.get("acme").dialect();
      VideoTask task =
          acme.read("{\"id\":\"j1\",\"status\":\"done\",\"film\":\"https://v.example/1\"}")
              .taskOrThrow();

      assertThat(acme.getClass().getClassLoader()).isSameAs(loader);
      assertThat(task.status()).isEqualTo(TaskStatus.SUCCEEDED);
      assertThat(task.video().url()).hasToString("https://v.example/1");
      assertThat(task.findings()).isEmpty();
    }
  }

  @Test
  void isQueriedAtItsPathWithItsKey() {
    FakeTransport transport =
        FakeTransport.responding(404, "{\"error\":{\"code\":\"job_not_found\"}}");
    try (Providers providers = Providers.discover(Map.of("REELAY_ACME_API_KEY", "sk-1"));
        Provider acme = providers.get("acme").toBuilder().transport(transport).build()) {
      QueryResult.Failed failed = (QueryResult.Failed) acme.query("a/b");

      assertThat(transport.requests.peek().uri())
          .hasToString("https://api.acme.example/v2/jobs/a%2Fb");
      assertThat(transport.requests.peek().headers()).containsEntry("Authorization", "Bearer sk-1");
      assertThat(failed.failure().kind()).isEqualTo(FailureKind.NOT_FOUND);
      assertThat(failed.failure().deniesTask()).isTrue();
    }
  }

  /** Finds everything but what the jar has. */
  private static final class WithoutAcme extends ClassLoader {
    WithoutAcme(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.example.acme.")) {
        throw new ClassNotFoundException(name);
      }
      return super.loadClass(name, resolve);
    }
  }
}
