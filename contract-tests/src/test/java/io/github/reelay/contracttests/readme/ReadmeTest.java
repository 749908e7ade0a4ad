package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path README = ROOT.resolve("README.md");

  @Test
  void showsEverySnippetAsItWasCompiled() throws IOException {
    Map<String, String> compiled = Snippets.inTests(ROOT);
    if (Boolean.getBoolean("readme.rewrite")) {
      Files.writeString(README, Snippets.renewed(README, compiled));
      fail("README.md was rewritten; look at the difference and run again without the option");
    }

    Map<String, String> shown = Snippets.inPage(README);

    assertThat(shown)
        .as("README.md differs from its compiled snippets; rewrite it with -Dreadme.rewrite=true")
        .isNotEmpty()
        .allSatisfy((name, text) -> assertThat(text).isEqualTo(compiled.get(name)));
  }

  @Test
  void namesOnlyFilesThatExist() throws IOException {
    var links =
        java.util.regex.Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)")
            .matcher(Files.readString(README))
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(ROOT.resolve(link)).as("link %s", link).exists());
  }
}
