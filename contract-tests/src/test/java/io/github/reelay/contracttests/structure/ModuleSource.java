package io.github.reelay.contracttests.structure;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a {@code module-info.java} says.
 *
 * @param name the module
 * @param exports the packages that everybody sees
 * @param qualified the packages that named modules see
 * @param provides the services, and for each the classes that provide it, in their order
 */
record ModuleSource(
    String name,
    SortedSet<String> exports,
    SortedSet<String> qualified,
    SortedMap<String, List<String>> provides) {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("import ([\\w.]+)\\.(\\w+);");
  private static final Pattern NAME = Pattern.compile("module ([\\w.]+) \\{");
  private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+)\\s*(to\\s[^;]+)?;");
  private static final Pattern PROVIDES = Pattern.compile("provides (\\S+)\\s+with\\s+([^;]+);");

  static ModuleSource parse(String text) {
    String code = COMMENT.matcher(text).replaceAll("");
    Map<String, String> imports = new TreeMap<>();
    results(IMPORT, code).forEach(each -> imports.put(each.group(2), each.group(1) + "."));
    SortedSet<String> exports = new TreeSet<>();
    SortedSet<String> qualified = new TreeSet<>();
    results(EXPORTS, code)
        .forEach(each -> (each.group(2) == null ? exports : qualified).add(each.group(1)));
    SortedMap<String, List<String>> provides = new TreeMap<>();
    results(PROVIDES, code)
        .forEach(
            each ->
                provides.put(
                    whole(each.group(1), imports),
                    Stream.of(each.group(2).split(","))
                        .map(type -> whole(type.strip(), imports))
                        .toList()));
    String name = results(NAME, code).map(each -> each.group(1)).findFirst().orElse("");
    return new ModuleSource(name, exports, qualified, provides);
  }

  private static Stream<MatchResult> results(Pattern pattern, String code) {
    return pattern.matcher(code).results();
  }

  private static String whole(String type, Map<String, String> imports) {
    return imports.getOrDefault(type, "") + type;
  }
}
