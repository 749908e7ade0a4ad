package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A constant that is added to an enum is noticed wherever the others are told apart. */
class EnumSwitchesTest {
  /** Switches whose default is meant for every constant that they do not name, and why. */
  private static final Map<String, String> WITH_DEFAULT =
      Map.of(
          "Guess.fits", "three values have a rule of their own, each other one the common rule",
          "MadeUpBody.reason", "called with the names of a reason only",
          "MadeUpBody.video", "called with the names of a video only",
          "PropertyPlaces.counts", "a place counts always, unless its property has two names",
          "Proposal.rank", "two values are known by the names of their members, too",
          "TaskRules.integer", "the names that a document can give to an integer",
          "TaskRules.number", "the names that a document can give to a number",
          "TaskRules.take", "the names of a video are those of TaskVideos",
          "TaskRules.time", "the names that a document can give to a time",
          "TaskVideos.text", "the names that a document can give to a text");

  private static final EnumSwitches MAIN =
      new EnumSwitches(
          Modules.FOLDERS.stream()
              .flatMap(module -> Modules.sources(module, "main").stream())
              .toList());

  @Test
  void onlyTheListedSwitchesHaveADefault() {
    assertThat(MAIN.withDefault).containsExactlyInAnyOrderElementsOf(WITH_DEFAULT.keySet());
  }

  @Test
  void everySwitchStatementNamesEachConstant() {
    assertThat(MAIN.incomplete).isEmpty();
  }

  @Test
  void noConstantIsLookedUpByTheNameOfAnother() {
    assertThat(MAIN.byName).isEmpty();
  }

  @Test
  void findsEachForm(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("Sample.java");
    Files.writeString(
        file,
        """
        class Sample {
          enum Kind { FIRST, SECOND; static final Kind[] ALL = values(); static final int SIZE = 2; }
          int complete(Kind kind) { return switch (kind) { case FIRST -> 1; case SECOND -> 2; }; }
          int rest(Kind kind) { return switch (kind) { case FIRST -> 1; default -> 2; }; }
          void swallow(Kind kind) { switch (kind) { case FIRST -> rest(kind); default -> {} } }
          void all(Kind kind) { switch (kind) { case FIRST, SECOND -> rest(kind); } }
          void some(Kind kind) { switch (kind) { case SECOND -> rest(kind); } }
          Kind named(Object other) { return Sample.Kind.valueOf(other.toString()); }
          int text(String text) { return switch (text) { case "FIRST" -> 1; default -> 2; }; }
          String number(int number) { return String.valueOf(number); }
        }
        """);

    EnumSwitches found = new EnumSwitches(List.of(file));

    assertThat(found.withDefault).containsExactly("Sample.rest", "Sample.swallow");
    assertThat(found.incomplete).containsExactly("Sample.some");
    assertThat(found.byName).containsExactly("Sample.named");
  }
}
