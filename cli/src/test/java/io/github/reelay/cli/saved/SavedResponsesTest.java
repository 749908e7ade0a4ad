package io.github.reelay.cli.saved;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.ProviderNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavedResponsesTest {
  private final CommandRunner runner = new CommandRunner();

  @TempDir private Path folder;

  private static String exchange(String id) {
    return "{\"provider\":\"toapis\",\"id\":\""
        + id
        + "\",\"body\":\"{\\\"status\\\":\\\"queued\\\"}\"}";
  }

  private CommandRunner.Result respond(String lines) {
    return runner.stdin(lines).run("normalize", "--exchanges", "-");
  }

  private static List<String> ids(CommandRunner.Result result) {
    return result.outLines().stream()
        .map(line -> line.replaceAll(".*?\"id\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void printsInOrderFromAFile() throws IOException {
    String lines = exchange("a") + "\n" + exchange("b") + "\n" + exchange("c") + "\n";
    Path file = Files.writeString(folder.resolve("saved.jsonl"), lines);

    CommandRunner.Result result = runner.run("normalize", "--exchanges", file.toString());

    assertThat(ids(result)).containsExactly("a", "b", "c");
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
  }

  @Test
  void readsEveryMemberOfAResponse() {
    CommandRunner.Result result =
        respond(
            "{\"provider\":\"xingchaoyiqing\",\"id\":\"x\",\"httpStatus\":429,"
                + "\"headers\":{\"retry-AFTER\":[\"Wed, 14 Jan 2026 08:44:00 GMT\"]},"
                + "\"observedAt\":\"2026-01-14T08:43:42Z\",\"body\":\"\",\"more\":[1]}");

    assertThat(result.out())
        .isEqualTo(
            "{\"provider\":\"xingchaoyiqing\",\"id\":\"x\",\"failure\":{\"kind\":\"rate-limited\","
                + "\"origin\":\"relay\",\"httpStatus\":429,\"retry\":\"yes\","
                + "\"retryAfterSeconds\":18},\"findings\":[]}\n");
  }

  @Test
  void endsWith0WhateverTheTasksSay() {
    CommandRunner.Result result =
        respond(
            "{\"provider\":\"toapis\",\"body\":\"{\\\"status\\\":\\\"failed\\\"}\"}\n"
                + "{\"provider\":\"toapis\",\"httpStatus\":401,\"body\":\"\"}\n"
                + "{\"provider\":\"toapis\",\"body\":\"<html>\"}\n");

    assertThat(result.outLines()).hasSize(3);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void skipsBlankLinesAndCountsThem() {
    CommandRunner.Result result = respond("\n  \t\n\r\n" + exchange("a") + "\r\nno\n\n");

    assertThat(ids(result)).containsExactly("a");
    assertThat(result.err())
        .isEqualTo("line 5: expected one complete JSON object, found something else\n");
  }

  @Test
  void printsALastLineWithoutLineFeed() {
    assertThat(ids(respond(exchange("a") + "\n" + exchange("b")))).containsExactly("a", "b");
  }

  @Test
  void printsNothingForNothing() {
    assertThat(respond("")).isEqualTo(new CommandRunner.Result(0, "", ""));
  }

  @Test
  void skipsAByteOrderMarkAtTheBeginning() {
    assertThat(ids(respond("\uFEFF" + exchange("a")))).containsExactly("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [] | one JSON object, found something else
          {"provider":"toapis" | one complete JSON object, found something else
          {"body":""} | text at provider, found nothing
          {"provider":"toapis"} | text at body, found nothing
          {"provider":"toapis","body":{}} | text at body, found another type
          {"provider":"toapis","body":"","id":""} | an id that is not empty, found an empty one
          {"provider":"toapis","body":"","httpStatus":"200"} | an HTTP status from 100 to 999 at httpStatus, found something else
          {"provider":"toapis","body":"","observedAt":"noon"} | a time such as 2026-01-14T08:43:42Z at observedAt, found something else
          {"provider":"toapis","body":""} x | one complete JSON object, found something else
          """)
  void reportsALineThatIsNoResponseAndReadsTheOthers(String line, String expected) {
    CommandRunner.Result result =
        respond(exchange("a") + "\n\n" + line + "\n" + exchange("b") + "\n");

    assertThat(result.err()).isEqualTo("line 3: expected " + expected + "\n");
    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void reportsALineOfAnUnknownProvider() {
    CommandRunner.Result result = respond("{\"provider\":\"sora\",\"body\":\"\"}");

    assertThat(result.err()).isEqualTo("line 1: " + ProviderNames.expected("sora") + "\n");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void reportsEveryLineThatIsNoExchange() {
    assertThat(respond("1\n2\n" + exchange("a") + "\n3").errLines())
        .containsExactly(
            "line 1: expected one JSON object, found something else",
            "line 2: expected one JSON object, found something else",
            "line 4: expected one JSON object, found something else");
  }

  @Test
  void reportsALineThatIsNotUtf8() {
    byte[] lines =
        (exchange("a") + "\n\"\u00e9\"\n" + exchange("b")).getBytes(StandardCharsets.ISO_8859_1);

    CommandRunner.Result result = runner.stdin(lines).run("normalize", "--exchanges", "-");

    assertThat(result.err()).isEqualTo("line 2: expected UTF-8 text, found other bytes\n");
    assertThat(ids(result)).containsExactly("a", "b");
  }

  @Test
  void reportsALineThatIsTooLongAndReadsTheOthers() {
    runner.stdin =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    bytes(exchange("a") + "\n"),
                    new Letters(100L << 20),
                    bytes("\n" + exchange("b")))));

    CommandRunner.Result result = runner.run("normalize", "--exchanges", "-");

    assertThat(result.err())
        .isEqualTo(
            "line 2: expected a saved response of at most 17825792 bytes, found a longer line\n");
    assertThat(ids(result)).containsExactly("a", "b");
    assertThat(result.status()).isEqualTo(2);
  }

  /** A body of 8 MiB, of which a quarter is escaped, in a line of more than that. */
  @Test
  void printsTheLargestBody() {
    String task = "{\\\"id\\\":\\\"big\\\",\\\"status\\\":\\\"queued\\\",\\\"x\\\":\\\"";
    String letters = "\\\\nxxxxxx".repeat(1_048_000);
    String large = "{\"provider\":\"toapis\",\"body\":\"" + task + letters + "\\\"}\"}";
    assertThat(large.length()).isGreaterThan(8 << 20);

    CommandRunner.Result result = respond(exchange("a") + "\n" + large + "\n" + exchange("b"));

    assertThat(result.err()).isEmpty();
    assertThat(ids(result)).containsExactly("a", "big", "b");
  }

  @Test
  void printsTheLongestLine() {
    String exchange = exchange("a");
    String padding = " ".repeat(SavedResponses.LONGEST_LINE - exchange.length());

    assertThat(ids(respond(exchange + padding + "\n"))).containsExactly("a");
    assertThat(respond(exchange + padding + " \n").status()).isEqualTo(2);
  }

  @Test
  void printsManyLinesInOrder() {
    List<String> many = IntStream.range(0, 5_000).mapToObj(String::valueOf).toList();

    CommandRunner.Result result =
        respond(String.join("\n", many.stream().map(SavedResponsesTest::exchange).toList()));

    assertThat(ids(result)).isEqualTo(many);
  }

  @Test
  void stopsReadingWhenNobodyTakesTheResults() {
    Letters endless = new Letters(Long.MAX_VALUE, '\n');
    runner.stdin = new SequenceInputStream(bytes(exchange("a") + "\n"), endless);
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int status =
        Main.run(
            new String[] {"normalize", "--exchanges", "-"}, runner.context(new ClosedPipe(), err));

    assertThat(status).isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "expected to write the results to standard output, found it closed or without room\n");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same letter again and again. */
  private static final class Letters extends InputStream {
    private final int letter;
    private long left;

    Letters(long count) {
      this(count, 'x');
    }

    Letters(long count, int letter) {
      this.left = count;
      this.letter = letter;
    }

    @Override
    public int read() {
      return left-- > 0 ? letter : -1;
    }
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
