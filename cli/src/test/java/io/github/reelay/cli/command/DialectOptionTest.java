package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderServer;
import io.github.reelay.cli.VideoHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command that names providers takes a document for one. */
@Timeout(60)
class DialectOptionTest {
  private static final String RUNNING =
      "{\"provider\":\"my\",\"id\":\"t1\",\"status\":\"running\",\"providerStatus\":"
          + "\"IN_PROGRESS\",\"terminal\":false,\"progressPercent\":30,\"findings\":[]}\n";

  @TempDir private Path folder;
  private String document;

  @BeforeEach
  void write() throws IOException {
    document = ProviderServer.document(folder);
  }

  @Test
  void getQueriesIt() {
    try (ProviderServer server = ProviderServer.saying("IN_PROGRESS", ",\"progress\":\"30%\"")) {
      CommandRunner.Result result = server.runner().run("get", "--dialect", document, "my:t1");

      assertThat(result).isEqualTo(new CommandRunner.Result(0, RUNNING, ""));
      assertThat(server.requests)
          .containsExactly("/v1/video/generations/t1 Bearer sk-of-my-provider");
    }
  }

  @Test
  void watchFollowsItToItsVideo() {
    try (VideoHost host = VideoHost.ofVideos();
        ProviderServer server =
            ProviderServer.saying("SUCCESS", ",\"fail_reason\":\"" + host.url("v.mp4") + "\"")) {
      CommandRunner.Result result =
          server
              .runner()
              .run(
                  "watch",
                  "--dialect",
                  document,
                  "--allow-private-addresses",
                  "--download",
                  folder.resolve("videos").toString(),
                  "my:t1");

      assertThat(result.status()).as(result.err()).isZero();
      assertThat(result.out()).startsWith("{\"provider\":\"my\",\"id\":\"t1\",\"status\":\"succ");
      assertThat(folder.resolve("videos/my-t1.mp4")).hasBinaryContent(VideoHost.VIDEO);
    }
  }

  @Test
  void downloadFetchesItsVideo() {
    try (VideoHost host = VideoHost.ofVideos();
        ProviderServer server =
            ProviderServer.saying("SUCCESS", ",\"result_url\":\"" + host.url("v.mp4") + "\"")) {
      Path target = folder.resolve("a.mp4");
      CommandRunner.Result result =
          server
              .runner()
              .run(
                  "download",
                  "--dialect",
                  document,
                  "--allow-private-addresses",
                  "-o",
                  target.toString(),
                  "my:t1");

      assertThat(result.status()).as(result.err()).isZero();
      assertThat(target).hasBinaryContent(VideoHost.VIDEO);
    }
  }

  @Test
  void normalizeReadsItsResponses() {
    CommandRunner runner = new CommandRunner();
    String body = ProviderServer.body("/t1", "IN_PROGRESS", ",\"progress\":30");

    assertThat(runner.stdin(body).run("normalize", "--dialect", document, "--provider", "my").out())
        .isEqualTo(RUNNING);
    String line = "{\"provider\":\"my\",\"body\":\"" + body.replace("\"", "\\\"") + "\"}\n";
    assertThat(runner.stdin(line).run("normalize", "--exchanges", "-", "--dialect", document).out())
        .isEqualTo(RUNNING);
  }

  @Test
  void providersListsItAndSaysWhatItDoesNotKnow() {
    CommandRunner runner = new CommandRunner();

    assertThat(runner.run("providers", "--dialect", document).outLines())
        .anySatisfy(
            line ->
                assertThat(line.replaceAll(" +", " "))
                    .isEqualTo(
                        "my https://provider.example not known never immediately 15 s after 30 min"
                            + " REELAY_MY_API_KEY (not set)"));
    assertThat(runner.run("providers", "--json", "--dialect", document).outLines())
        .contains(
            "{\"name\":\"my\",\"baseUrl\":\"https://provider.example\",\"firstQuerySeconds\":0,"
                + "\"intervalSeconds\":15,\"givesUpAfterSeconds\":1800,\"keyVariable\":"
                + "\"REELAY_MY_API_KEY\",\"keySet\":false}");
  }

  @Test
  void driftSaysThatThereIsNoContract() {
    CommandRunner runner =
        new CommandRunner().stdin(ProviderServer.body("/t1", "IN_PROGRESS", ",\"odd\":1"));

    CommandRunner.Result result =
        runner.run("drift", "--dialect", document, "--provider", "my", "-");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected a provider with a contract, found 'my', whose document says nothing of types"
                + " and other members; 'reelay normalize' reads its responses\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get", "watch", "download"})
  void aDocumentThatCannotBeReadIsRefusedBeforeAnyQuery(String command) throws IOException {
    Files.writeString(Path.of(document), ProviderServer.DOCUMENT.replace("video.url", "video.ulr"));

    CommandRunner.Result result = new CommandRunner().run(command, "--dialect", document, "my:t1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(document + ": line 15: expected one of the values id, ")
        .endsWith(", found 'video.ulr'; did you mean video.url?\n");
  }

  @Test
  void theNameOfAReleasedProviderIsRefused() throws IOException {
    Files.writeString(
        Path.of(document), ProviderServer.DOCUMENT.replace("name: my", "name: toapis"));

    CommandRunner.Result result =
        new CommandRunner().run("get", "--dialect", document, "toapis:t1");

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                document
                    + ": expected a name of its own, found 'toapis', which would get the key of"
                    + " the provider toapis; choose another name\n"));
  }

  @Test
  void twoDocumentsOfOneNameAreRefused() {
    CommandRunner.Result result =
        new CommandRunner().run("get", "--dialect", document, "--dialect", document, "my:t1");

    assertThat(result)
        .isEqualTo(
            new CommandRunner.Result(
                2,
                "",
                "expected documents of different providers, found a second one of 'my' at '"
                    + document
                    + "'\n"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String missing = folder.resolve("none.yaml").toString();

    assertThat(new CommandRunner().run("get", "--dialect", missing, "my:t1"))
        .isEqualTo(
            new CommandRunner.Result(
                2, "", "expected a readable file at '" + missing + "', found none\n"));
  }

  @Test
  void withoutABaseUrlItIsSaidBeforeAnyQuery() throws IOException {
    Files.writeString(
        Path.of(document),
        ProviderServer.DOCUMENT.replace("baseUrl: https://provider.example\n", ""));

    assertThat(new CommandRunner().run("watch", "--dialect", document, "my:t1").err())
        .isEqualTo(
            "expected the base URL of my in REELAY_MY_BASE_URL, found none; set the variable to"
                + " the URL that the provider gave you\n");
  }
}
