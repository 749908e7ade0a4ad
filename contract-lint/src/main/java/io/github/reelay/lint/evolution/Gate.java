package io.github.reelay.lint.evolution;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds what changed in the contracts against their versions and the changelog.
 *
 * <p>The version may be higher than the change demands, never lower. The changelog has one entry
 * for each contract with a new version, and names every element whose change is breaking or minor.
 */
final class Gate {
  private final Repository places;
  private final Changelog changelog;
  private final Waivers waivers;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> versions = new LinkedHashSet<>();

  /**
   * One that has compared nothing yet.
   *
   * @param places where the files lie, for messages
   */
  Gate(Repository places, Changelog changelog, Waivers waivers) {
    this.places = places;
    this.changelog = changelog;
    this.waivers = waivers;
  }

  /**
   * Compares one contract with its released version, and keeps what is wrong for {@link #problems}.
   */
  void compare(Document released, Document working) {
    List<Change> changes = waivers.apply(working.provider(), Comparison.of(released, working));
    Severity severity =
        changes.stream().map(Change::severity).max(Severity::compareTo).orElse(Severity.NONE);
    Version least = released.version().after(severity);
    Version found = working.version();
    if (severity == Severity.NONE && !found.equals(least)) {
      problems.add(untouched(working.provider(), least, found));
    } else if (found.compareTo(least) < 0) {
      problems.add(tooLow(released, working, least, changes));
    }
    if (severity != Severity.NONE) {
      Version next = found.compareTo(least) < 0 ? least : found;
      versions.add(working.provider() + " " + next);
      named(working.provider(), next, changes).ifPresent(problems::add);
    }
  }

  /**
   * What somebody has to write, and where; empty if nothing. Complete once every contract was
   * compared, because an entry or a waiver may belong to the last.
   */
  List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    for (Changelog.Entry entry : changelog.entries()) {
      String version = entry.provider() + " " + entry.version();
      if (!versions.contains(version)) {
        all.add(
            """
            %s: expected under ## Unreleased only the versions that are to come, found \
            '- contract %s:'; delete that entry.\
            """
                .formatted(places.changelog(), version));
      }
    }
    all.addAll(waivers.problems());
    return List.copyOf(all);
  }

  private String untouched(String provider, Version least, Version found) {
    return """
    %1$s: expected version %2$s, since nothing changed after its release, found %3$s; write \
    'version: %2$s' under info in %4$s.\
    """
        .formatted(provider, least, found, places.working(provider));
  }

  private String tooLow(Document released, Document working, Version least, List<Change> changes) {
    boolean waivable = changes.stream().anyMatch(Change::notable);
    return """
    %1$s: expected version %2$s or higher after these changes since %3$s, found %4$s; write \
    'version: %2$s' under info in %5$s%6$s.
    %7$s\
    """
        .formatted(
            working.provider(),
            least,
            released.version(),
            working.version(),
            places.working(working.provider()),
            waivable ? ", or waive a change with a reason in " + waivers.file() : "",
            changes.stream().map(change -> "  " + change).collect(Collectors.joining("\n")));
  }

  private Optional<String> named(String provider, Version version, List<Change> changes) {
    Optional<Changelog.Entry> entry = changelog.entry(provider, version);
    if (entry.isEmpty()) {
      return Optional.of(
          """
          %s: expected an entry on version %s under ## Unreleased in %s, found none; \
          write there '%s'.\
          """
              .formatted(provider, version, places.changelog(), line(provider, version, changes)));
    }
    List<String> unnamed =
        changes.stream()
            .filter(Change::notable)
            .map(Change::quoted)
            .distinct()
            .filter(name -> !entry.get().text().contains(name))
            .toList();
    return unnamed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            """
            %1$s: expected the entry '- contract %1$s %2$s:' in %3$s to name %4$s, found \
            '%5$s'; add what happened there.\
            """
                .formatted(
                    provider,
                    version,
                    places.changelog(),
                    String.join(", ", unnamed),
                    entry.get().text()));
  }

  /** A line of the changelog that would satisfy this gate. */
  private static String line(String provider, Version version, List<Change> changes) {
    String text =
        changes.stream()
            .filter(Change::notable)
            .map(
                change -> "%s %s (%s)".formatted(change.quoted(), change.what(), change.severity()))
            .collect(Collectors.joining(", "));
    String patch = "nothing that a caller notices";
    return "- contract %s %s: %s.".formatted(provider, version, text.isEmpty() ? patch : text);
  }
}
