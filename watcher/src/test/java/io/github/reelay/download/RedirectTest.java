package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.sandbox.SandboxResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locations as video hosts write them, and which redirect failed. */
@Timeout(60)
class RedirectTest {
  private static final SampleMp4 FILM = SampleMp4.of(20_000, 24);

  @TempDir Path folder;
  private final List<String> resolved = new ArrayList<>();
  private DownloadFixture fixture;
  private HostServer hostServer;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    hostServer = fixture.host(HostServer.of(FILM));
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  /** The video host redirects once. */
  private void redirect(String location, Charset charset) {
    byte[] bytes = location.replace("PORT", Integer.toString(hostServer.port())).getBytes(charset);
    String header = "Location: " + new String(bytes, StandardCharsets.ISO_8859_1);
    hostServer.script(
        (request, out) -> {
          if (hostServer.requests().size() == 1) {
            HostServer.write(out, 302, header, "Content-Length: 0");
          } else {
            HostServer.serve(FILM, request, out, Integer.MAX_VALUE);
          }
        });
  }

  private DownloadOutcome fetch(URI url) {
    DownloaderBuilder builder = fixture.timed().maxRetriesWithoutProgress(1);
    builder.network(
        DownloadFixture.resolving(
            host -> {
              resolved.add(host);
              return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }));
    return fixture.fetch(builder, url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a b.mp4                          | /a%20b.mp4
          http://127.0.0.1:PORT/a b.mp4?x=1 | /a%20b.mp4?x=1
          ?name="my film".mp4               | /start.mp4?name=%22my%20film%22.mp4
          /a.mp4?n={1}[2]^`\\               | /a.mp4?n=%7B1%7D%5B2%5D%5E%60%5C
          /100%.mp4?a=%zz&b=%2f             | /100%25.mp4?a=%25zz&b=%2f
          /任务.mp4?名=é                     | /%E4%BB%BB%E5%8A%A1.mp4?%E5%90%8D=%C3%A9
          /e\u0301.mp4                      | /e%CC%81.mp4
          """)
  void isFollowedPercentEncoded(String location, String sent) {
    redirect(location, StandardCharsets.UTF_8);

    fetch(hostServer.url("/start.mp4")).savedOrThrow();

    assertThat(hostServer.requests().get(1).line()).isEqualTo("GET " + sent + " HTTP/1.1");
  }

  @Test
  void isFollowedByteForByteInAnotherEncoding() {
    redirect("/caf\u00e9.mp4", StandardCharsets.ISO_8859_1);

    fetch(hostServer.url("/start.mp4")).savedOrThrow();

    assertThat(hostServer.requests().get(1).line()).isEqualTo("GET /caf%E9.mp4 HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://my_bucket.example:PORT/a.mp4",
        "HTTP://my_bucket.example:PORT/a.mp4",
        "//my_bucket.example:0PORT/a.mp4"
      })
  void isFollowedToAHostWithAnUnderscore(String location) {
    redirect(location, StandardCharsets.UTF_8);

    fetch(URI.create("HTTP://first_host.example:" + hostServer.port() + "/")).savedOrThrow();

    assertThat(resolved).containsExactly("first_host.example", "my_bucket.example");
    assertThat(hostServer.requests().get(1).header("Host")).startsWith("my_bucket.example:");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://cdn.example/a, with another scheme",
    "http://u@cdn.example/, with a user",
    "http://good.example\\@cdn.example/, with a user",
    "http://cdn.example:65536/, with a port that does not exist",
    "http://cdn.example:99999999999/, with a port that does not exist",
    "http://cdn%2eexample/, without a host that makes sense",
    "http://a b/, without a host that makes sense",
    "'', that makes no sense"
  })
  void saysWhichRedirectIsUnfit(String location, String found) {
    redirect(location, StandardCharsets.UTF_8);

    assertThat(DownloadFixture.failure(fetch(hostServer.url("/start.mp4"))))
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.BAD_URL,
                "toapis:ok-1: expected an absolute http or https URL with a host, found one "
                    + found
                    + " in redirect 1 from 127.0.0.1"));
    assertThat(hostServer.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://cdn.example:65536/a", "http://cdn.example:123456/a"})
  void refusesAPortThatDoesNotExist(URI url) {
    assertThat(DownloadFixture.failure(fetch(url)).message())
        .isEqualTo(
            "toapis:ok-1: expected an absolute http or https URL with a host, found one with a port"
                + " that does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "500, UNREACHABLE, 'the whole video', 'status 500; try again later'",
    "403, REFUSED, 'the video', 'status 403, and no response from toapis; some hosts refuse a user"
        + " agent that is no browser''s: set another'",
    "418, REFUSED, 'the video', 'status 418'"
  })
  void saysWhichHopRespondedSo(int status, DownloadFailureKind kind, String what, String found) {
    HostServer second = fixture.host(new HostServer(HostServer.always(status, "")));
    String last = "http://last.example:" + second.port() + "/c?sig=secret";
    hostServer.script(
        (request, out) -> {
          boolean first = hostServer.requests().size() == 1;
          String location = first ? "//mid.example:" + hostServer.port() + "/b?sig=secret" : last;
          HostServer.write(out, 307, "Location: " + location, "Content-Length: 0");
        });
    fixture.sandbox.enqueue("toapis", "ok-1", SandboxResponse.html(502, "<html>"));

    DownloadFailure failure = DownloadFixture.failure(fetch(hostServer.url("/a?sig=secret")));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.message())
        .isEqualTo(
            "toapis:ok-1: expected "
                + what
                + " from last.example (redirect 2, from mid.example), found "
                + found);
  }

  @Test
  void saysWhichHopAcceptsNoConnection() throws IOException {
    HostServer gone = new HostServer(HostServer.always(200, ""));
    gone.close();
    redirect("http://gone.example:" + gone.port() + "/b?sig=secret", StandardCharsets.UTF_8);

    assertThat(DownloadFixture.failure(fetch(hostServer.url("/a"))).message())
        .isEqualTo(
            "toapis:ok-1: expected the whole video from gone.example (redirect 1, from 127.0.0.1),"
                + " found that it accepts no connection; try again later");
  }

  @Test
  void saysWhichHopHasNoAddress() {
    redirect("http://nowhere.example/b", StandardCharsets.UTF_8);
    DownloaderBuilder builder = fixture.timed().maxRetriesWithoutProgress(1);
    builder.network(
        DownloadFixture.resolving(
            host -> {
              if (host.equals("nowhere.example")) {
                throw new UnknownHostException(host);
              }
              return InetAddress.getAllByName(host);
            }));

    DownloadOutcome outcome = fixture.fetch(builder, hostServer.url("/a"));

    assertThat(DownloadFixture.failure(outcome).message())
        .isEqualTo(
            "toapis:ok-1: expected the whole video from nowhere.example (redirect 1, from"
                + " 127.0.0.1), found no address for that name; try again later");
  }

  @Test
  void saysWhichHopIsPrivate() {
    redirect("http://inner_host.example:PORT/b", StandardCharsets.UTF_8);
    DownloaderBuilder builder = fixture.timed().allowPrivateAddresses(false);
    InetAddress open = InetAddress.getLoopbackAddress();
    builder.sockets = () -> new Claim(hostServer.port());
    builder.network(
        DownloadFixture.resolving(
            host -> {
              boolean inner = host.equals("inner_host.example");
              return inner ? new InetAddress[] {open} : InetAddress.getAllByName("93.184.216.34");
            }));

    DownloadOutcome outcome = fixture.fetch(builder, hostServer.url("/a"));

    assertThat(DownloadFixture.failure(outcome).message())
        .isEqualTo(
            "toapis:ok-1: expected a public address for inner_host.example (redirect 1, from"
                + " 127.0.0.1), found one that is not public; allow private addresses if this is"
                + " meant");
    assertThat(hostServer.requests()).hasSize(1);
  }

  /** Connects to the video host whatever the address, and claims to be at a public address. */
  private static final class Claim extends Socket {
    private final int port;

    Claim(int port) {
      this.port = port;
    }

    @Override
    public void connect(SocketAddress endpoint, int millis) throws IOException {
      super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), millis);
    }

    @Override
    public InetAddress getInetAddress() {
      try {
        return InetAddress.getByName("93.184.216.34");
      } catch (UnknownHostException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
