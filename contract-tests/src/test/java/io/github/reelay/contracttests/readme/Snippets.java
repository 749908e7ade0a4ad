package io.github.reelay.contracttests.readme;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Snippets between {@code // snippet:NAME} and {@code // end} in test sources, by name. */
final class Snippets {
  private static final Pattern MARKED =
      Pattern.compile("// snippet:([a-z0-9-]+)\\n(.*?)\\n *// end\\b", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+\\.(\\w+));$");
  private static final Pattern IN_PAGE =
      Pattern.compile("<!-- snippet: ([a-z-]+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  private Snippets() {}

  /** All snippets in the test sources of the modules below that folder. */
  static Map<String, String> inTests(Path root) {
    Map<String, String> found = new TreeMap<>();
    for (Path source : testSources(root)) {
      Matcher marked = MARKED.matcher(read(source));
      while (marked.find()) {
        found.put(marked.group(1), marked.group(2).stripIndent().strip() + "\n");
      }
    }
    return found;
  }

  /** The same, each with the imports of its source that it needs. */
  static Map<String, String> withImports(Path root) {
    Map<String, String> found = new TreeMap<>();
    for (Path source : testSources(root)) {
      String text = read(source);
      Matcher marked = MARKED.matcher(text);
      while (marked.find()) {
        String snippet = marked.group(2).stripIndent().strip() + "\n";
        found.put(marked.group(1), imports(text, snippet) + snippet);
      }
    }
    return found;
  }

  private static String imports(String source, String snippet) {
    if (snippet.startsWith("import ")) {
      return "";
    }
    String imports =
        IMPORT
            .matcher(source)
            .results()
            .filter(each -> Pattern.compile("\\b" + each.group(2) + "\\b").matcher(snippet).find())
            .map(each -> each.group() + "\n")
            .collect(joining());
    return imports.isEmpty() ? "" : imports + "\n";
  }

  /** All snippets that a page shows. */
  static Map<String, String> inPage(Path page) {
    Map<String, String> found = new TreeMap<>();
    Matcher shown = IN_PAGE.matcher(read(page));
    while (shown.find()) {
      found.put(shown.group(1), shown.group(2));
    }
    return found;
  }

  /** The page with every snippet as the tests have it. */
  static String renewed(Path page, Map<String, String> snippets) {
    return IN_PAGE
        .matcher(read(page))
        .replaceAll(
            shown ->
                Matcher.quoteReplacement(
                    "<!-- snippet: "
                        + shown.group(1)
                        + " -->\n```java\n"
                        + snippets.getOrDefault(shown.group(1), "")
                        + "```"));
  }

  private static List<Path> testSources(Path root) {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .flatMap(Snippets::sources)
          .filter(Files::isDirectory)
          .flatMap(Snippets::javaFiles)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The tests of a module; of the sample its own sources too. */
  private static Stream<Path> sources(Path module) {
    Path tests = module.resolve("src/test/java");
    return module.endsWith("spring-boot-sample")
        ? Stream.of(tests, module.resolve("src/main/java"))
        : Stream.of(tests);
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
