package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");

  /** A link of Markdown to a file; the first group is its path, without a fragment. */
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");

  /** A file that a page shows whole; the groups are its path and its text. */
  private static final Pattern FILE_IN_PAGE =
      Pattern.compile("<!-- file: (\\S+) -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "docs/company-network.md",
        "docs/a-provider-in-your-own-jar.md",
        "docs/a-provider-without-code.md",
        "docs/cluster.md",
        "docs/metrics.md",
        "docs/spring-boot.md",
        "docs/streams.md",
        "docs/logging.md",
        "docs/page.md"
      })
  void showsEverySnippetAsItWasCompiled(String name) throws IOException {
    Path page = ROOT.resolve(name);
    Map<String, String> compiled =
        name.equals("README.md") ? Snippets.withImports(ROOT) : Snippets.inTests(ROOT);
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
  @ValueSource(strings = {"spring-boot.md", "streams.md"})
  void showsFilesOfTheSamplesAsTheyAre(String page) throws IOException {
    Matcher shown = FILE_IN_PAGE.matcher(Files.readString(DOCS.resolve(page)));

    assertThat(shown.find()).isTrue();
    assertThat(shown.group(2)).isEqualTo(Files.readString(ROOT.resolve(shown.group(1))));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void namesOnlyFilesThatExist(Path page) throws IOException {
    List<String> links =
        LINK.matcher(Files.readString(page)).results().map(link -> link.group(1)).toList();

    assertThat(links)
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).as("link %s", link).exists());
  }

  @Test
  void linksToEveryPageOfDocs() throws IOException {
    Set<Path> linked = new TreeSet<>();
    for (Path page : pages().toList()) {
      LINK.matcher(Files.readString(page))
          .results()
          .forEach(link -> linked.add(page.resolveSibling(link.group(1)).normalize()));
    }

    assertThat(linked).containsAll(pages().filter(page -> page.startsWith(DOCS)).toList());
  }

  /** Every page that is written by hand or by a test, by its normalised path. */
  static Stream<Path> pages() throws IOException {
    Stream<Path> named =
        Stream.of("README.md", "CONTRIBUTING.md", "api-specs/README.md", "sandbox/README.md")
            .map(ROOT::resolve);
    try (Stream<Path> docs = Files.walk(DOCS)) {
      List<Path> found =
          docs.filter(page -> page.toString().endsWith(".md"))
              .filter(page -> !page.toString().contains("node_modules")) // of docs/build-site
              .sorted()
              .toList();
      return Stream.concat(named, found.stream());
    }
  }
}
