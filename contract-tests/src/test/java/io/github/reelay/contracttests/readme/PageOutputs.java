package io.github.reelay.contracttests.readme;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands in a page, each with the output that follows it. */
final class PageOutputs {
  private static final Pattern COMMAND =
      Pattern.compile(
          "<!-- output -->\\n```sh\\n\\./reelay (.*?)\\n```\\n\\n```text\\n(.*?)```",
          Pattern.DOTALL);

  private PageOutputs() {}

  /**
   * A command and its output.
   *
   * @param arguments those of {@code reelay}
   * @param output as the page shows it
   */
  record Shown(List<String> arguments, String output) {}

  /** All of a page, in order. */
  static List<Shown> in(String page) {
    return COMMAND.matcher(page).results().map(PageOutputs::shown).toList();
  }

  private static Shown shown(MatchResult match) {
    return new Shown(Arrays.asList(match.group(1).split(" ")), match.group(2));
  }

  /** The page with each output as it is now. */
  static String renewed(String page, Function<List<String>, String> run) {
    return COMMAND
        .matcher(page)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    "<!-- output -->\n```sh\n./reelay "
                        + match.group(1)
                        + "\n```\n\n```text\n"
                        + run.apply(shown(match).arguments())
                        + "```"));
  }
}
