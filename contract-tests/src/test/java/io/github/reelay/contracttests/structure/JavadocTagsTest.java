package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A parameter or a result in Javadoc has a unit, a limit, a default or an absence, and not its name
 * once more.
 */
class JavadocTagsTest {
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);
  private static final Pattern PARAM = tag("@param\\s+<?(\\w+)>?");
  private static final Pattern RETURN = tag("@return(?!\\s+this\\s)");

  /** What follows a comment, as far as the parameters: annotations, modifiers, type, name. */
  private static final Pattern METHOD =
      Pattern.compile("\\s*(?:@\\w+(?:\\([^)]*\\))?\\s+)*([^({;=]*)\\(");

  private static final Pattern TYPE_ARGUMENTS =
      Pattern.compile("<[^<>]*(<[^<>]*(<[^<>]*>[^<>]*)*>[^<>]*)*>");
  private static final Pattern NEXT_LINE = Pattern.compile("\\s*\\n\\s*\\*?\\s*");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NOTHING = Pattern.compile("what it is|what of it is .*");
  private static final Pattern ARTICLE = Pattern.compile("^(the|a|an|its|their|this) ");

  /** To whom it belongs, which the comment above the tag says: {@code of the query}. */
  private static final Pattern OWNER =
      Pattern.compile(" of (the|a|an|its|their|this|each|both|all) [a-z]+( [a-z]+)?$");

  /** Whose it is, which the class says: {@code the task's id}. */
  private static final Pattern QUALIFIER = Pattern.compile("\\w+'s ");

  private static Pattern tag(String name) {
    return Pattern.compile(name + "[\\s*]+(.*?)(?=\\*\\s*@|$)", Pattern.DOTALL);
  }

  @Test
  void noTagRepeatsAName() {
    assertThat(Modules.FOLDERS)
        .flatMap(folder -> Modules.sources(folder, "main"))
        .allSatisfy(file -> assertThat(echoes(Modules.read(file))).as(name(file)).isEmpty());
  }

  @Test
  void findsOnlyParametersThatSayNothingElse() {
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
                 * @param options the options of a call.
                 * @param name the name of each open task
                 * @param number the number of the job within its downloader
                 * @param status the HTTP status of the response
                 * @param id of the task
                 * @param port
                 *     their port
                 * @param mediaType what it is
                 * @param provider the provider's name
                 * @param key the provider's name, and its key
                 * @param id the task's id
                 */
                """))
        .containsExactly(
            "body",
            "apiKey",
            "T",
            "response",
            "options",
            "name",
            "port",
            "mediaType",
            "provider",
            "id");
  }

  @Test
  void findsOnlyResultsThatSayNothingElse() {
    assertThat(
            echoes(
                """
                /**
                 * The port.
                 *
                 * @return the port of the server
                 * @throws IOException if there is none
                 */
                public int port() throws IOException {
                /** @return the response */
                @SuppressWarnings("unused")
                static @Nullable SandboxResponse json(int status) {
                /**
                 * @param id the task
                 * @return an outcome
                 */
                Map<TaskHandle, Map<String, Outcome>> lastOutcome(String id);
                /** @return this builder */
                Builder limit(int value) {
                /** @return the heads, in order */
                List<String> heads() {
                /** @return the value of the stage */
                public <T extends @Nullable Object> T runUntil(CompletionStage<T> stage) {
                """))
        .containsExactly("port", "json", "lastOutcome");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<String> echoes(String java) {
    List<String> echoes = new ArrayList<>();
    Matcher comment = COMMENT.matcher(java);
    while (comment.find()) {
      Matcher parameters = PARAM.matcher(comment.group(1));
      while (parameters.find()) {
        String text = plain(parameters.group(2));
        if (isParameter(text, words(parameters.group(1))) || NOTHING.matcher(text).matches()) {
          echoes.add(parameters.group(1));
        }
      }
      Matcher result = RETURN.matcher(comment.group(1));
      Matcher method = METHOD.matcher(java).region(comment.end(), java.length());
      if (result.find() && method.lookingAt() && isEcho(result.group(1), method.group(1))) {
        echoes.add(method.group(1).replaceAll(".*\\s", ""));
      }
    }
    return echoes;
  }

  /** Whether a text is the name of a parameter, or that with whose it is. */
  private static boolean isParameter(String text, String name) {
    return text.equals(name)
        || text.equals(name + "'s name")
        || text.endsWith(" " + name) && QUALIFIER.matcher(text.replace(name, "")).matches();
  }

  /** Whether a text is the name of the method or of its type, or the last words of one. */
  private static boolean isEcho(String result, String method) {
    String[] head = TYPE_ARGUMENTS.matcher(method).replaceAll("").split("\\s+");
    String text = " " + plain(result);
    return Arrays.stream(head)
        .skip(Math.max(0, head.length - 2))
        .anyMatch(name -> (" " + words(name)).endsWith(text));
  }

  private static String words(String name) {
    return HUMP.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /** A text without what says nothing beside a name: article, owner, full stop. */
  private static String plain(String tag) {
    String text = NEXT_LINE.matcher(tag).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    String sentence = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return OWNER.matcher(ARTICLE.matcher(sentence).replaceFirst("")).replaceFirst("");
  }
}
