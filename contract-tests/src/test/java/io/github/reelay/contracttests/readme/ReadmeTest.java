package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "docs/company-network.md", "docs/a-provider-in-your-own-jar.md"})
  void showsEverySnippetAsItWasCompiled(String name) throws IOException {
    Path page = ROOT.resolve(name);
    Map<String, String> compiled = Snippets.inTests(ROOT);
    if (Boolean.getBoolean("readme.rewrite")) {
      Files.writeString(page, Snippets.renewed(page, compiled));
      fail(name + " was rewritten; look at the difference and run again without the option");
    }

    Map<String, String> shown = Snippets.inPage(page);

    assertThat(shown)
        .as(name + " differs from its compiled snippets; rewrite it with -Dreadme.rewrite=true")
        .isNotEmpty()
        .allSatisfy((snippet, text) -> assertThat(text).isEqualTo(compiled.get(snippet)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"README.md", "docs/company-network.md", "docs/a-provider-in-your-own-jar.md"})
  void namesOnlyFilesThatExist(String name) throws IOException {
    Path page = ROOT.resolve(name);
    var links =
        java.util.regex.Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)")
            .matcher(Files.readString(page))
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).as("link %s", link).exists());
  }
}
