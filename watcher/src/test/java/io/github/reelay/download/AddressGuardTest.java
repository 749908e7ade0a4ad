package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {
  private static final SampleMp4 FILM = SampleMp4.of(10_000, 8);
  private static final String PUBLIC = "93.184.216.34";

  @TempDir Path folder;
  private final List<String> resolved = Collections.synchronizedList(new ArrayList<>());
  private final List<String> connected = Collections.synchronizedList(new ArrayList<>());
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

  /** Connects to loopback whatever the address; claims to be at the given one, unless honest. */
  private final class Detour extends Socket {
    private final boolean honest;
    private InetAddress claimed;

    Detour(boolean honest) {
      this.honest = honest;
    }

    @Override
    public void connect(SocketAddress endpoint, int millis) throws IOException {
      claimed = ((InetSocketAddress) endpoint).getAddress();
      connected.add(claimed.getHostAddress());
      super.connect(
          new InetSocketAddress("127.0.0.1", ((InetSocketAddress) endpoint).getPort()), millis);
    }

    @Override
    public InetAddress getInetAddress() {
      return honest ? super.getInetAddress() : claimed;
    }
  }

  private DownloadOutcome fetch(URI url, boolean honest, String... addresses) {
    DownloaderBuilder builder = fixture.timed().allowPrivateAddresses(false);
    builder.sockets = () -> new Detour(honest);
    if (addresses.length > 0) {
      builder.network(
          DownloadFixture.resolving(
              host -> {
                resolved.add(host);
                int turn = Math.min(resolved.size(), addresses.length) - 1;
                return InetAddress.getAllByName(addresses[turn]);
              }));
    }
    return fixture.fetch(builder, url);
  }

  private URI url(String host) {
    return URI.create("http://" + host + ":" + hostServer.port() + "/a.mp4?sig=secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[fe80::1]", "[64:ff9b::7f00:1]",
        "2130706433", "127.1", "0.0.0.0", "169.254.169.254", "10.1.2.3", "192.168.1.1",
        "[fd00:ec2::254]", "[2002:7f00:1::]"
      })
  void connectsToNothingPrivate(String host) throws IOException {
    DownloadFailure failure = DownloadFixture.failure(fetch(url(host), true));

    String named = host.replaceAll("[\\[\\]]", "");
    assertThat(failure)
        .isEqualTo(
            DownloadFixture.failure(
                DownloadFailureKind.FORBIDDEN_ADDRESS,
                "toapis:ok-1: expected a public address for "
                    + named
                    + ", found one that is not public; allow private addresses if this is meant"));
    assertThat(connected).isEmpty();
    assertThat(hostServer.requests()).isEmpty();
    assertThat(fixture.files()).isEmpty();
  }

  @Test
  void connectsToAPublicAddressThatANameStandsFor() {
    fetch(url("cdn.example"), false, PUBLIC).savedOrThrow();

    assertThat(connected).containsExactly(PUBLIC);
    assertThat(hostServer.requests().get(0).header("Host"))
        .isEqualTo("cdn.example:" + hostServer.port());
  }

  @Test
  void looksUpTheNameOnceSoThatASecondAddressCannotGetThrough() {
    fetch(url("cdn.example"), false, PUBLIC, "127.0.0.1").savedOrThrow();

    assertThat(resolved).containsExactly("cdn.example");
    assertThat(connected).containsExactly(PUBLIC);
  }

  @Test
  void checksEachAddressAgainWhenItConnectsAgain() {
    hostServer.script((request, out) -> HostServer.serve(FILM, request, out, 1_000));

    DownloadOutcome outcome = fetch(url("cdn.example"), false, PUBLIC, "127.0.0.1");

    assertThat(DownloadFixture.failure(outcome).kind())
        .isEqualTo(DownloadFailureKind.FORBIDDEN_ADDRESS);
    assertThat(connected).containsExactly(PUBLIC);
    assertThat(hostServer.requests()).hasSize(1);
  }

  @Test
  void looksUpAddressesThatAreWrittenAsTextToo() {
    fetch(url(PUBLIC), false, PUBLIC).savedOrThrow();

    assertThat(resolved).containsExactly(PUBLIC);
  }

  @Test
  void checksWhereTheConnectionReallyGoes() {
    DownloadOutcome outcome = fetch(url("cdn.example"), true, PUBLIC);

    assertThat(DownloadFixture.failure(outcome).kind())
        .isEqualTo(DownloadFailureKind.FORBIDDEN_ADDRESS);
    assertThat(connected).containsExactly(PUBLIC);
    assertThat(hostServer.requests()).isEmpty();
  }

  @Test
  void checksEachRedirect() {
    hostServer.script(
        HostServer.always(302, "", "Location: http://169.254.169.254/latest/meta-data?sig=secret"));

    DownloadOutcome outcome = fetch(url("cdn.example"), false, PUBLIC, "169.254.169.254");

    assertThat(DownloadFixture.failure(outcome).message())
        .isEqualTo(
            "toapis:ok-1: expected a public address for 169.254.169.254 (redirect 1, from"
                + " cdn.example), found one that is not"
                + " public; allow private addresses if this is meant");
    assertThat(connected).containsExactly(PUBLIC);
  }

  @Test
  void refusesANameThatStandsForBoth() {
    DownloaderBuilder builder = fixture.timed().allowPrivateAddresses(false);
    builder.sockets = () -> new Detour(false);
    builder.network(
        DownloadFixture.resolving(
            host ->
                new InetAddress[] {
                  InetAddress.getByName(PUBLIC), InetAddress.getByName("127.0.0.1")
                }));

    DownloadOutcome outcome = fixture.fetch(builder, url("cdn.example"));

    assertThat(DownloadFixture.failure(outcome).kind())
        .isEqualTo(DownloadFailureKind.FORBIDDEN_ADDRESS);
    assertThat(connected).isEmpty();
  }
}
