package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.internal.spec.ProviderSpec;
import io.github.reelay.sandbox.internal.spec.SpecReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which providers a sandbox finds on its class path. */
class SpecReaderTest {
  private static final String FOLDER = "io/github/reelay/specs/";

  @TempDir private Path folder;

  @Test
  void aSpecificationInAnotherJarIsAProviderWithoutAnyListOfThem() throws IOException {
    Path jar =
        jar(FOLDER, FOLDER + "other-jar.yaml", FOLDER + "facts/none.yaml", FOLDER + "README.md");

    try (URLClassLoader loader = loader(jar);
        Sandbox sandbox = new SandboxBuilder(new SpecReader(loader)).start()) {
      assertThat(sandbox.providers())
          .contains("other-jar", "toapis")
          .doesNotContain("none", "README");
      assertThat(sandbox.examples("other-jar"))
          .contains("queued", "running", "completed", "failed");
    }
  }

  @Test
  void aJarWithoutEntriesForFoldersHasToBeNamed() throws IOException {
    try (URLClassLoader loader = loader(jar(FOLDER + "other-jar.yaml"))) {
      SpecReader specReader = new SpecReader(loader);

      assertThat(specReader.providers()).doesNotContain("other-jar");
      try (Sandbox sandbox = new SandboxBuilder(specReader).provider("other-jar").start()) {
        assertThat(sandbox.providers()).contains("22codex", "other-jar");
      }
    }
  }

  @Test
  void aDocumentIsReadOnceAndAgainWhenItsTextIsAnother() throws IOException {
    Path file = Files.createDirectories(folder.resolve(FOLDER)).resolve("changing.yaml");
    String text;
    try (var fourth = SpecReaderTest.class.getResourceAsStream("/" + FOLDER + "fourth.yaml")) {
      text = new String(fourth.readAllBytes(), StandardCharsets.UTF_8);
    }
    try (URLClassLoader loader = loader(folder)) {
      SpecReader specReader = new SpecReader(loader);
      Files.writeString(file, text);
      ProviderSpec first = specReader.read("changing");
      ProviderSpec second = new SpecReader(loader).read("changing");
      Files.writeString(file, text + "# another\n");

      assertThat(second).isSameAs(first);
      assertThat(specReader.read("changing")).isNotSameAs(first);
    }
  }

  @Test
  void aClassPathWithoutSpecificationsIsExplained() throws IOException {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      assertThatThrownBy(new SandboxBuilder(new SpecReader(loader))::start)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "expected specifications at /io/github/reelay/specs/*.yaml on the class path, found"
                  + " none; is the jar reelay-api-specs there?");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unfit | unfit /paths/~1v1~1jobs~1{id}/get/responses/200/content/application~1json/schema:"
            + " expected the schema of the response, found none",
        "dangling | expected a part of the same document at the reference"
            + " #/components/responses/Job, found nothing",
        "idless | expected a variable in the path /v1/jobs or a required query parameter, found"
            + " neither",
      })
  void anUnfitSpecificationIsExplained(String provider, String message) throws IOException {
    URL classPath = SpecReaderTest.class.getResource("/unfit/" + provider + "/");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {Objects.requireNonNull(classPath)}, null)) {
      assertThatThrownBy(new SandboxBuilder(new SpecReader(loader))::start)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  @Test
  void anAddedProviderWithoutASpecificationIsExplained() {
    assertThatThrownBy(Sandbox.builder().provider("nowhere")::start)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected the specification of nowhere at /io/github/reelay/specs/nowhere.yaml on the"
                + " class path, found none; is its jar there?");
  }

  private static URLClassLoader loader(Path jar) throws IOException {
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL()}, SpecReaderTest.class.getClassLoader());
  }

  /** A jar with these entries; what is not a folder has the content of a specification. */
  private Path jar(String... entries) throws IOException {
    Path file = folder.resolve("other-jar.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (String entry : entries) {
        jar.putNextEntry(new JarEntry(entry));
        if (!entry.endsWith("/")) {
          try (var in = SpecReaderTest.class.getResourceAsStream("/" + FOLDER + "fourth.yaml")) {
            Objects.requireNonNull(in).transferTo(jar);
          }
        }
      }
    }
    return file;
  }
}
