package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.VideoHost;
import io.github.reelay.cli.VirtualTime;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The proxy of the options and of the environment. */
@Timeout(60)
class NetworkOptionsTest {
  private static final String EXPECTED =
      "expected a proxy such as http://proxy.example:3128 or"
          + " http://user:password@proxy.example:3128, found ";
  private static final String BASIC = "Basic bWU6c2VjcmV0"; // me:secret

  private final Sandbox sandbox =
      Sandbox.builder().stepByQueries(0, 0).clock(() -> VirtualTime.START).start();
  private final CommandRunner runner = new CommandRunner().with(sandbox);
  private final VideoHost videos = VideoHost.ofVideos();
  private final List<String> passed = new CopyOnWriteArrayList<>();
  private final List<String> credentials = new CopyOnWriteArrayList<>();
  private final VideoHost proxy = new VideoHost(this::pass);

  @TempDir private Path folder;

  /** Whether the video host has no video any more. */
  private volatile boolean isGone;

  /** The provider and the video host have names that only the proxy knows. */
  @BeforeEach
  void nameHosts() {
    String baseUrl = sandbox.baseUrl("toapis").toString();
    runner.env.put(
        EnvironmentVariables.baseUrl("toapis"), baseUrl.replace("127.0.0.1", "relay.example"));
    String video = videos.url("a.mp4").replace("127.0.0.1", "cdn.example");
    for (int i = 0; i < 2; i++) {
      sandbox.enqueue("toapis", "ok-1", VideoHost.succeeded("ok-1", video));
    }
  }

  @AfterEach
  void close() {
    proxy.close();
    videos.close();
    sandbox.close();
  }

  /** Takes each host for this machine. */
  private void pass(HttpExchange exchange) throws IOException {
    URI whole = exchange.getRequestURI();
    passed.add(String.valueOf(whole.getHost()));
    credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Proxy-Authorization")));
    if (isGone && "cdn.example".equals(whole.getHost())) {
      exchange.sendResponseHeaders(410, -1);
      exchange.close();
      return;
    }
    URI here = URI.create(whole.toString().replace(whole.getHost(), "127.0.0.1"));
    HttpURLConnection queried = (HttpURLConnection) here.toURL().openConnection();
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    if (key != null) {
      queried.setRequestProperty("Authorization", key);
    }
    byte[] body = queried.getInputStream().readAllBytes();
    exchange.sendResponseHeaders(queried.getResponseCode(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String proxyUrl() {
    return "http://me:secret@127.0.0.1:" + URI.create(proxy.url("")).getPort();
  }

  private CommandRunner.Result run(String command, String... options) {
    List<String> all = new ArrayList<>(List.of(command));
    if (!command.equals("get")) {
      all.addAll(List.of("--download", folder.toString()));
    }
    all.addAll(List.of(options));
    all.add("toapis:ok-1");
    return runner.run(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"get, true", "download, true", "watch, true", "get, false", "download, false"})
  void nameTheProxyOfQueriesAndDownloads(String command, boolean option) {
    CommandRunner.Result result;
    if (option) {
      runner.env.put("REELAY_PROXY", "http://unused.example:1");
      result = run(command, "--proxy", proxyUrl());
    } else {
      runner.env.put("REELAY_PROXY", proxyUrl());
      result = run(command);
    }

    assertThat(result.status()).isZero();
    assertThat(passed).startsWith("relay.example");
    if (command.equals("get")) {
      assertThat(passed).hasSize(1);
    } else {
      assertThat(passed).endsWith("cdn.example");
      assertThat(folder.resolve("toapis-ok-1.mp4")).hasBinaryContent(VideoHost.VIDEO);
    }
    assertThat(credentials).containsOnly(BASIC);
    assertThat(videos.headers).doesNotContain("Proxy-authorization");
    assertThat(result.out() + result.err()).doesNotContain("me:secret", BASIC);
  }

  private static NetworkSettings read(Map<String, String> env, String... options) {
    return CommandLine.populateCommand(new NetworkOptions(), options).read(env);
  }

  @Test
  void readNoVariableOfOtherPrograms() {
    Map<String, String> env =
        Map.of("HTTP_PROXY", proxyUrl(), "https_proxy", proxyUrl(), "ALL_PROXY", proxyUrl());

    assertThat(read(env)).isSameAs(NetworkSettings.defaults());
    assertThat(read(env, "--no-proxy", "a.example")).isSameAs(NetworkSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({"*, true", ".example, true", "'a.b, relay.example', true", "other.example, false"})
  void nameHostsThatAreReachedWithout(String hosts, boolean direct) {
    String one = NetworkSettings.PROXY;
    String two = NetworkSettings.NO_PROXY;
    List<NetworkSettings> all =
        List.of(
            read(Map.of(one, proxyUrl(), two, hosts)),
            read(Map.of(one, proxyUrl(), two, "x.example"), "--no-proxy", hosts),
            read(Map.of(two, hosts), "--proxy", proxyUrl()),
            read(Map.of(), "--proxy", proxyUrl(), "--no-proxy", hosts));

    assertThat(all)
        .allSatisfy(
            settings ->
                assertThat(settings.proxyFor("relay.example", 443) == null).isEqualTo(direct));
  }

  @Test
  void leaveLoopbackAlone() {
    runner.with(sandbox);
    runner.env.put("REELAY_PROXY", "http://unused.example:1");

    assertThat(run("get").status()).isZero();
    CommandRunner.Result demo = runner.run("demo", "--download", folder.toString());
    assertThat(demo.status()).isZero();
    assertThat(passed).isEmpty();
  }

  @Test
  void sayWhatToSetWhereTheProxyWantsCredentials() {
    VideoHost strict =
        new VideoHost(
            exchange -> {
              exchange.sendResponseHeaders(407, -1);
              exchange.close();
            });
    int port = URI.create(strict.url("")).getPort();

    CommandRunner.Result result = run("get", "--proxy", "http://127.0.0.1:" + port);

    strict.close();
    assertThat(result.status()).isEqualTo(5);
    assertThat(result.err())
        .isEqualTo(
            "toapis:ok-1: expected a task, found unreachable: no connection through the proxy"
                + " 127.0.0.1:"
                + port
                + ": it requires a user and a password (status 407); set them, as in"
                + " http://user:password@proxy.example:3128; another query can help\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                           | nothing
          proxy:3128                   | one without http:// at its start
          https://me:secret@proxy:3128 | the scheme https; write http://, other proxies are not supported
          http://me:secret@proxy       | one without a host and a port; write both
          http://me:sec#ret@proxy:3128 | a path, a query or a fragment; percent-encode special characters of user and password
          """)
  void areRefusedIfTheyAreMalformed(String url, String found) {
    for (String command : List.of("get", "download", "watch")) {
      CommandRunner.Result option = run(command, "--proxy", url);
      runner.env.put("REELAY_PROXY", url);
      CommandRunner.Result variable = run(command);
      runner.env.remove("REELAY_PROXY");

      assertThat(option.status()).isEqualTo(2);
      assertThat(option.err()).isEqualTo("--proxy: " + EXPECTED + found + "\n");
      if (!url.isEmpty()) {
        assertThat(variable.status()).isEqualTo(2);
        assertThat(variable.err()).isEqualTo("REELAY_PROXY: " + EXPECTED + found + "\n");
      }
    }
    assertThat(passed).isEmpty();
  }

  @Test
  void areRefusedIfTheirHostsAreMalformed() {
    String expected =
        "expected hosts such as files.example, .corp.example, 10.1.2.3, 10.0.0.0/8 or *, each with"
            + " a port or without, found something else as number 2\n";
    runner.env.put("REELAY_PROXY", proxyUrl());
    runner.env.put("REELAY_NO_PROXY", "a.example,http://me:secret@b");

    assertThat(run("get").err()).isEqualTo("REELAY_NO_PROXY: " + expected);
    assertThat(run("get", "--no-proxy", "a.example,b*c").err())
        .isEqualTo("--no-proxy: " + expected);
    assertThat(passed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"download", "watch"})
  void areNamedButNotShownWhereTheResumeLineIs(String command) {
    isGone = true;

    CommandRunner.Result result =
        run(
            command,
            "--proxy",
            proxyUrl(),
            "--no-proxy",
            "other.example",
            "--download-header",
            "Cookie: hidden");

    assertThat(result.errLines())
        .endsWith(
            "--download-header and --proxy are not shown below; give them again",
            "resume with: reelay watch --download "
                + folder
                + " --no-proxy other.example toapis:ok-1");
    assertThat(result.err()).doesNotContain("secret@", "hidden");
  }
}
