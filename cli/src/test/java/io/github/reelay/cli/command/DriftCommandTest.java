package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.cli.saved.RepeatingInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriftCommandTest {
  private static final String FITS = "{'id':'task_1','status':'queued'}";
  private static final String ODD = "{'id':'task_1','status':'queued','x':1}";

  @TempDir private Path directory;
  private InputStream stdin = InputStream.nullInputStream();
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

  private int drift(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "drift";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandRunner runner = new CommandRunner();
    runner.stdin = stdin;
    return Main.run(all, runner.context(stdout, stderr));
  }

  private String out() {
    return stdout.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return stderr.toString(StandardCharsets.UTF_8);
  }

  /** Writes a file; apostrophes stand for quotes. */
  private String file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, content.replace('\'', '"'));
    return file.toString();
  }

  private static String exchange(String provider, String rest, String body) {
    return "{'provider':'"
        + provider
        + "',"
        + rest
        + "'body':'"
        + body.replace("'", "\\'")
        + "'}\n";
  }

  @Test
  void endsWithZeroWhereABodyFitsItsContract() throws IOException {
    assertThat(drift("--provider", "toapis", file("body.json", FITS))).isZero();

    assertThat(out()).isEqualTo("1 response, none drifted\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void endsWithOneWhereABodyDrifted() throws IOException {
    String file = file("body.json", "{\n  'id': 'task_1',\n  'status': 'queued',\n  'x': '1'\n}\n");

    assertThat(drift("--provider", "toapis", file)).isEqualTo(1);

    assertThat(out().lines().toList())
        .hasSize(4)
        .element(1)
        .asString()
        .startsWith("toapis    undocumented-field  /x       1      1 of 1     " + file + "  ")
        .endsWith("  the contract declares no such member  \"1\"");
    assertThat(out()).endsWith("\n\n1 response, 1 drifted\n");
  }

  @Test
  void readsABodyFromStandardInput() {
    stdin = new ByteArrayInputStream(ODD.replace('\'', '"').getBytes(StandardCharsets.UTF_8));

    assertThat(drift("--provider", "toapis", "--json", "-")).isEqualTo(1);

    assertThat(out()).contains("\"exampleAt\":\"standard input\"");
  }

  @Test
  void printsOneJsonObjectOverAllFiles() throws IOException {
    String body = file("body.json", ODD);
    String lines =
        file(
            "lines.jsonl",
            exchange("toapis", "'observedAt':'2026-01-02T00:00:00Z',", ODD)
                + "\n"
                + exchange("toapis", "'httpStatus':404,", "")
                + exchange("toapis", "", FITS));

    assertThat(drift("--json", "--provider", "toapis", body, lines)).isEqualTo(1);

    assertThat(out().replace('"', '\''))
        .isEqualTo(
            "{'drifted':true,'answers':4,'driftedAnswers':2,'truncatedAnswers':0,"
                + "'answersWithoutTask':1,'withoutTask':{'not-found':1},'otherFindings':0,"
                + "'rows':[{'provider':'toapis','kind':'undocumented-field','pointer':'/x',"
                + "'count':2,'answers':2,'of':4,'firstSeen':'2026-01-02T00:00:00Z',"
                + "'lastSeen':'2026-01-02T00:00:00Z',"
                + "'detail':'the contract declares no such member','example':'1','exampleAt':'"
                + body
                + "'}]}\n");
  }

  @Test
  void reportsTheLineOfAResponseWithoutATime() throws IOException {
    String file = file("lines.jsonl", exchange("toapis", "", FITS) + exchange("toapis", "", ODD));

    assertThat(drift("--json", file)).isEqualTo(1);

    assertThat(out()).contains("\"firstSeen\":\"" + file + ":2\",\"lastSeen\":\"" + file + ":2\"");
  }

  @Test
  void skipsResponsesOfOtherProvidersAndSaysHowMany() throws IOException {
    String lines =
        exchange("xingchaoyiqing", "", ODD)
            + exchange("toapis", "", FITS)
            + exchange("somebody", "", ODD);

    assertThat(drift("--provider", "toapis", file("lines.jsonl", lines))).isZero();

    assertThat(out()).isEqualTo("1 response, none drifted\n");
    assertThat(err()).isEqualTo("skipped 2 responses of providers other than --provider\n");
  }

  @Test
  void comparesEachLineWithItsOwnProviderWhereNoneIsGiven() throws IOException {
    String lines = exchange("xingchaoyiqing", "", ODD) + exchange("toapis", "", ODD);

    assertThat(drift(file("lines.jsonl", lines))).isEqualTo(1);

    assertThat(out().lines().map(line -> line.split(" ")[0]).toList())
        .containsExactly("PROVIDER", "toapis", "xingchaoyiqing", "", "2");
  }

  @Test
  void reportsALineThatIsNoResponseAndCountsTheOthers() throws IOException {
    String lines =
        exchange("toapis", "", ODD) + "{'provider':'toapis'}\n" + exchange("toapis", "", FITS);
    String file = file("lines.jsonl", lines);

    assertThat(drift("--provider", "toapis", file)).isEqualTo(2);

    assertThat(out()).endsWith("\n2 responses, 1 drifted\n");
    assertThat(err()).isEqualTo(file + ": line 2: expected text at body, found nothing\n");
  }

  @Test
  void takesAFileForResponsesAlsoWhereItsFirstLineIsBroken() throws IOException {
    String file = file("lines.jsonl", "'provider':'toa\n" + exchange("toapis", "", FITS));

    assertThat(drift("--provider", "toapis", file)).isEqualTo(2);

    assertThat(out()).isEqualTo("1 response, none drifted\n");
    assertThat(err())
        .isEqualTo(file + ": line 1: expected one JSON object, found something else\n");
  }

  @Test
  void takesABodyThatNamesAProviderForABody() throws IOException {
    String file = file("body.json", "{'provider':'p','id':'task_1','status':'queued'}");

    assertThat(drift("--provider", "toapis", "--json", file)).isEqualTo(1);

    assertThat(out()).contains("\"pointer\":\"/provider\"");
  }

  @Test
  void reportsALineOfAProviderThatNobodyKnows() throws IOException {
    String file = file("lines.jsonl", exchange("somebody", "", ODD) + exchange("toapis", "", FITS));

    assertThat(drift(file)).isEqualTo(2);

    assertThat(err()).isEqualTo(file + ": line 1: " + ProviderNames.expected("somebody") + "\n");
  }

  @Test
  void refusesAProviderThatNobodyKnows() throws IOException {
    assertThat(drift("--provider", "somebody", file("body.json", FITS))).isEqualTo(2);

    assertThat(out()).isEmpty();
    assertThat(err()).isEqualTo(ProviderNames.expected("somebody") + "\n");
  }

  @Test
  void reportsAFileThatCannotBeReadAndCountsTheOthers() throws IOException {
    String missing = directory.resolve("missing").toString();

    assertThat(drift("--provider", "toapis", missing, file("body.json", ODD))).isEqualTo(2);

    assertThat(out()).endsWith("\n1 response, 1 drifted\n");
    assertThat(err()).isEqualTo("expected a readable file at '" + missing + "', found none\n");
  }

  @Test
  void refusesABodyOfNobody() throws IOException {
    String file = file("body.json", FITS);

    assertThat(drift(file)).isEqualTo(2);

    assertThat(err()).isEqualTo(file + ": expected --provider P with a body, found none\n");
  }

  @Test
  void refusesToReadNothing() {
    assertThat(drift("--provider", "toapis")).isEqualTo(2);

    assertThat(err()).isEqualTo("missing required parameter: 'FILE'; see 'reelay drift --help'\n");
  }

  @Test
  void endsAsUsageWhereNoResponseShowsATask() throws IOException {
    String lines = exchange("toapis", "'httpStatus':429,", "") + exchange("toapis", "", "<html>");

    assertThat(drift(file("lines.jsonl", lines))).isEqualTo(2);

    assertThat(out())
        .isEqualTo(
            "2 responses, none drifted; 2 without a task: rate-limited 1, unreadable-response 1\n");
    assertThat(err())
        .isEqualTo(
            "expected at least one response that shows a task, found none;"
                + " nothing was compared with the contract\n");
  }

  @Test
  void countsAnEmptyFileAsNoResponse() throws IOException {
    assertThat(drift(file("lines.jsonl", "\n"))).isEqualTo(2);

    assertThat(out()).isEqualTo("0 responses, none drifted\n");
  }

  @Test
  void showsNoPromptNoKeyAndNoSignature() throws IOException {
    String body =
        "{'id':'task_1','status':'queued','revised_prompt':'a cat','api_key':'sk-1',"
            + "'download':'https://cdn.example/v.mp4?signature=abc'}";

    assertThat(drift("--provider", "toapis", file("body.json", body))).isEqualTo(1);

    assertThat(out())
        .contains("  <text of 5 characters>\n", "  ***\n", "  \"https://cdn.example/v.mp4?…\"\n")
        .doesNotContain("a cat", "sk-1", "abc");
  }

  @Test
  void streamsMoreResponsesThanItMayKeepRowsFor() {
    int lines = 12_000;
    stdin =
        new RepeatingInput(
            lines,
            i ->
                exchange("toapis", "", "{'id':'task_1','status':'queued','x" + i + "':1}")
                    .replace('\'', '"'));

    assertThat(drift("--json", "-")).isEqualTo(1);

    assertThat(out())
        .startsWith(
            "{\"drifted\":true,\"answers\":12000,\"driftedAnswers\":12000,\"truncatedAnswers\":0,"
                + "\"answersWithoutTask\":0,\"withoutTask\":{},\"otherFindings\":2000,");
    assertThat(out().split("\"pointer\"")).hasSize(10_001);
  }

  /** 8 MiB, as a body and in a line of its own, which is longer than the largest body. */
  @Test
  void countsTheLargestResponses() throws IOException {
    String body = "{'id':'task_1','status':'queued','image':'%s'}";
    String large = body.formatted("x".repeat((8 << 20) - body.length() + "%s".length()));
    String lines = exchange("toapis", "", large) + exchange("toapis", "", FITS);

    assertThat(drift("--provider", "toapis", file("body.json", large))).isEqualTo(1);
    assertThat(drift(file("lines.jsonl", lines))).isEqualTo(1);

    assertThat(err()).isEmpty();
    assertThat(out()).contains("1 response, 1 drifted", "2 responses, 1 drifted");
  }

  @Test
  void listsItsExitStatuses() {
    assertThat(drift("--help")).isZero();

    assertThat(out()).contains("  1   a response differs from the contract\n");
  }
}
