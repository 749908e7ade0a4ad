package io.github.reelay.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.Main;
import io.github.reelay.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that {@code reelay watch} serves. */
@Timeout(60)
class PageOptionTest {
  private static final String TOKEN = "correct-horse-battery";

  private final Sandbox sandbox = Sandbox.builder().stepByQueries(1, 1).start();
  private final CommandRunner runner = new CommandRunner().with(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** Opens the page as soon as the command has named it, while the watch waits. */
  private static final class Reader extends OutputStream {
    private static final Pattern URL = Pattern.compile("page: (http://\\S+/)");

    private final String path;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private int status;
    private String page = "";

    Reader(String path) {
      this.path = path;
    }

    @Override
    public void write(int next) {
      printed.write(next);
      Matcher named = URL.matcher(printed.toString(StandardCharsets.UTF_8));
      if (status == 0 && next == '\n' && named.find()) {
        read(URI.create(named.group(1) + path));
      }
    }

    private void read(URI url) {
      try {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        status = connection.getResponseCode();
        page = status == 200 ? new String(connection.getInputStream().readAllBytes()) : "";
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  @Test
  void showsTheWatchWhileItLasts() {
    Reader reader = new Reader("");
    int status =
        Main.run(
            new String[] {"watch", "--page", "0", "toapis:ok-1"},
            runner.context(OutputStream.nullOutputStream(), reader));

    assertThat(status).isZero();
    assertThat(reader.status).isEqualTo(200);
    assertThat(reader.page).contains("<title>Reelay watch</title>");
  }

  @Test
  void needsTheTokenOfTheEnvironmentWhereItIsSet() {
    runner.env.put("REELAY_PAGE_TOKEN", TOKEN);
    Reader without = new Reader("");
    Reader with = new Reader("?token=" + TOKEN);
    String[] command = {"watch", "--page", "127.0.0.1:0", "toapis:ok-1"};

    assertThat(Main.run(command, runner.context(OutputStream.nullOutputStream(), without)))
        .isZero();
    assertThat(Main.run(command, runner.context(OutputStream.nullOutputStream(), with))).isZero();

    assertThat(without.status).isEqualTo(401);
    assertThat(with.status).isEqualTo(303);
    assertThat(with.printed.toString(StandardCharsets.UTF_8))
        .contains("; open it once with ?token= and the value of REELAY_PAGE_TOKEN\n")
        .doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "65536", "-1", "80x", "a:", ":80", "::1:80", "[::1:80", "1:2:3"})
  void refusesWhatIsNoAddress(String page) {
    CommandRunner.Result result = runner.run("watch", "--page", page, "toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected PORT, HOST:PORT or [IPV6]:PORT at --page, with a port from 0 to 65535, found"
                + " '"
                + page
                + "'\n");
  }

  @Test
  void refusesAHostThatCannotBeResolved() {
    CommandRunner.Result result =
        runner.run("watch", "--page", "no-such-host.invalid:80", "toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected an address of this machine at --page, found 'no-such-host.invalid', which"
                + " cannot be resolved\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0:0", "[::]:0", "192.0.2.1:0"})
  void isNotServedElsewhereWithoutAToken(String page) {
    CommandRunner.Result result = runner.run("watch", "--page", page, "toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected REELAY_PAGE_TOKEN in the environment for --page "
                + page
                + ", found none; only loopback is served without a token\n");
  }

  /** The JDK reads it once in a process; half a request keeps a thread for so long. */
  @Test
  void limitsTheTimeOfARequest() {
    runner.run("watch", "--page", "0", "toapis:ok-1");

    assertThat(System.getProperty("sun.net.httpserver.maxReqTime")).isEqualTo("30");
  }

  @Test
  void refusesAShortTokenWithoutNamingIt() {
    runner.env.put("REELAY_PAGE_TOKEN", "short-token");

    CommandRunner.Result result = runner.run("watch", "--page", "0", "toapis:ok-1");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo(
            "expected a token of at least 16 visible ASCII characters for the page, found"
                + " another\n");
  }

  @Test
  void isPartOfTheCommandThatGoesOn() {
    CommandRunner.Result result =
        runner.run("watch", "--page", "0", "--timeout", "1s", "toapis:never-1");

    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err())
        .endsWith("resume with: reelay watch --timeout 1s --page 0 toapis:never-1\n");
  }
}
