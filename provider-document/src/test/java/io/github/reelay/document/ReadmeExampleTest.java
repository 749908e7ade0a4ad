package io.github.reelay.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The complete document in the README of {@code api-specs} is one. */
class ReadmeExampleTest {
  private static final Path README =
      Path.of("").toAbsolutePath().getParent().resolve("api-specs/README.md");

  @Test
  void isReadAsItStands() throws IOException {
    String readme = Files.readString(README);
    int begin = readme.indexOf("```yaml\nopenapi:");
    String yaml = readme.substring(begin + 8, readme.indexOf("```", begin + 8));

    ProviderDocument document =
        ProviderDocument.read("README.md", DocumentYaml.read("README.md", yaml));

    assertThat(document.facts().name()).isEqualTo("my-provider");
    assertThat(document.places())
        .extracting(ValuePlace::name)
        .containsExactly(
            ValueName.ID,
            ValueName.STATUS,
            ValueName.PROGRESS_PERCENT,
            ValueName.COMPLETED_AT,
            ValueName.VIDEO_URL,
            ValueName.FAILURE_MESSAGE,
            ValueName.VIDEO_URL);
  }

  @Test
  void namesEveryName() throws IOException {
    String readme = Files.readString(README);

    for (ValueName name : ValueName.values()) {
      assertThat(readme).contains("`" + name.text() + "`");
    }
  }
}
