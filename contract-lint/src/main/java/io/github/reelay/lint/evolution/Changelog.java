package io.github.reelay.lint.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The contracts' entries under {@code ## Unreleased}: {@code - contract <provider> <version>:
 * <text>}, where the text may go on in indented lines.
 *
 * @param entries in their order
 */
record Changelog(List<Entry> entries) {
  private static final Pattern ENTRY = Pattern.compile("- contract (\\S+) (\\S+): (.+)");

  /**
   * One entry.
   *
   * @param provider whose contract
   * @param version the version that it describes
   * @param text what changed
   */
  record Entry(String provider, String version, String text) {}

  /**
   * Reads the entries under {@code ## Unreleased}; items of another form are not about contracts.
   */
  static Changelog parse(String markdown) {
    List<Entry> entries = new ArrayList<>();
    for (String item : items(unreleased(markdown))) {
      Matcher matcher = ENTRY.matcher(item);
      if (matcher.matches()) {
        entries.add(new Entry(matcher.group(1), matcher.group(2), matcher.group(3)));
      }
    }
    return new Changelog(List.copyOf(entries));
  }

  /** The first entry on that version; empty if there is none. */
  Optional<Entry> entry(String provider, Version version) {
    return entries.stream()
        .filter(entry -> entry.provider().equals(provider))
        .filter(entry -> entry.version().equals(version.toString()))
        .findFirst();
  }

  private static List<String> unreleased(String markdown) {
    return markdown
        .lines()
        .dropWhile(line -> !line.strip().equals("## Unreleased"))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .toList();
  }

  private static List<String> items(List<String> lines) {
    List<String> items = new ArrayList<>();
    boolean open = false;
    for (String line : lines) {
      if (line.startsWith("- ")) {
        items.add(line.strip());
        open = true;
      } else if (open && line.startsWith(" ") && !line.isBlank()) {
        items.add(items.remove(items.size() - 1) + " " + line.strip());
      } else {
        open = false;
      }
    }
    return items;
  }
}
