package io.github.reelay.lint.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects the {@code @Fact("T47")} of test sources by their text, so that a fact's home is known
 * before the tests are compiled.
 */
public final class FactAnnotations {
  private static final Pattern FACT = Pattern.compile("^\\s*@Fact\\(\"([^\"]+)\"\\)");
  private static final Pattern TYPE = Pattern.compile("^(?:[\\w ]* )?class (\\w+)");
  private static final Pattern METHOD = Pattern.compile("^  (?:[\\w<>\\[\\], ]+ )?(\\w+)\\(");

  private final String type;
  private final List<String> pending = new ArrayList<>();
  private final List<Reference> found = new ArrayList<>();

  private FactAnnotations(String type) {
    this.type = type;
  }

  /**
   * The references in a folder of Java sources.
   *
   * @throws IOException if it cannot be read
   */
  public static References in(Path sources) throws IOException {
    List<Reference> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        String name = file.getFileName().toString();
        FactAnnotations annotations = new FactAnnotations(name.substring(0, name.length() - 5));
        Files.readAllLines(file).forEach(annotations::line);
        found.addAll(annotations.found);
      }
    }
    return new References(found, List.of());
  }

  private void line(String line) {
    Matcher fact = FACT.matcher(line);
    if (fact.find()) {
      pending.add(fact.group(1));
    } else if (!pending.isEmpty()) {
      Matcher method = METHOD.matcher(line);
      if (TYPE.matcher(line).find()) {
        cite(type);
      } else if (method.find()) {
        cite(type + "." + method.group(1));
      }
    }
  }

  private void cite(String place) {
    pending.forEach(number -> found.add(new Reference(number, Reference.Kind.TEST, place)));
    pending.clear();
  }
}
