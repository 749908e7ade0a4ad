package io.github.reelay.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The extension keywords of a provider's document; {@code api-specs/README.md} describes each. */
public final class Keywords {
  /** Every keyword; the lint refuses any other that begins with {@code x-}. */
  public static final List<String> ALL =
      List.of(
          "x-provider",
          "x-last-verified",
          "x-polling",
          "x-validity",
          "x-video-format",
          "x-envelope",
          "x-unknown-task",
          "x-reelay",
          "x-reelay-inside",
          "x-means",
          "x-known-values",
          "x-unset",
          "x-present-on",
          "x-unit",
          "x-time",
          "x-shape",
          "x-facts",
          "x-inferred");

  /** Those that say what the provider sends, or where a statement comes from. */
  private static final Set<String> OF_THE_PROVIDER =
      Set.of("x-last-verified", "x-known-values", "x-time", "x-shape", "x-facts", "x-inferred");

  /** Those that say what Reelay makes of it: the canonical values, the states and the polling. */
  public static final Set<String> OF_MEANING =
      ALL.stream()
          .filter(keyword -> !OF_THE_PROVIDER.contains(keyword))
          .collect(Collectors.toUnmodifiableSet());

  private Keywords() {}
}
