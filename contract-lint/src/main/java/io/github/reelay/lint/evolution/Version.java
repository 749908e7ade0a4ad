package io.github.reelay.lint.evolution;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a description: semantic versioning, three numbers.
 *
 * <p>Before 1.0.0 a breaking change raises the second number and every other change the third: so
 * build tools that keep to {@code 0.y} never get a breaking change by themselves.
 */
record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Pattern FORM =
      Pattern.compile("(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})");
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /**
   * The version of that provider's document.
   *
   * @throws IllegalArgumentException if it is not three numbers
   */
  static Version of(String provider, String text) {
    return of(provider, "/info/version", text);
  }

  /** As {@link #of(String, String)}, where it stands at another place. */
  static Version of(String provider, String pointer, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "%s: expected three numbers such as 0.1.0 at %s, found '%s'; write it so."
              .formatted(provider, pointer, text));
    }
    return new Version(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)));
  }

  /** The least version that may follow a change of that severity. */
  Version after(Severity severity) {
    return switch (severity) {
      case NONE -> this;
      case PATCH -> new Version(major, minor, patch + 1);
      case MINOR ->
          major == 0 ? new Version(0, minor, patch + 1) : new Version(major, minor + 1, 0);
      case BREAKING -> major == 0 ? new Version(0, minor + 1, 0) : new Version(major + 1, 0, 0);
    };
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
