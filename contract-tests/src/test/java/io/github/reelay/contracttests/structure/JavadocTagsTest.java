package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A tag of Javadoc says a unit, a limit, a default or an absence, and not the name once more. */
class JavadocTagsTest {
  private static final Pattern TAG =
      Pattern.compile("@param\\s+<?(\\w+)>?[\\s*]+(.*?)(?=\\*\\s*@|\\*/)", Pattern.DOTALL);
  private static final Pattern NEXT_LINE = Pattern.compile("\\s*\\n\\s*\\*?\\s*");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern ARTICLE = Pattern.compile("^(the|a|an|its|their|this) ");

  @Test
  void noTagRepeatsAName() {
    assertThat(Modules.FOLDERS)
        .flatMap(folder -> Modules.sources(folder, "main"))
        .allSatisfy(file -> assertThat(echoes(Modules.read(file))).as(name(file)).isEmpty());
  }

  @Test
  void findsOnlyThoseThatSayNothingElse() {
    assertThat(
            echoes(
                """
                /**
                 * @param body the body
                 * @param apiKey The API key.
                 * @param <T> t
                 * @param limit the limit; not negative, default 5
                 * @param response the response
                 *     of the query
                 * @param port
                 *     their port
                 */
                """))
        .containsExactly("body", "apiKey", "T", "port");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<String> echoes(String java) {
    return TAG.matcher(java)
        .results()
        .filter(JavadocTagsTest::isEcho)
        .map(tag -> tag.group(1))
        .toList();
  }

  private static boolean isEcho(MatchResult tag) {
    String name = HUMP.matcher(tag.group(1)).replaceAll(" ").toLowerCase(Locale.ROOT);
    String text = NEXT_LINE.matcher(tag.group(2)).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    String plain = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return ARTICLE.matcher(plain).replaceFirst("").equals(name);
  }
}
