package io.github.reelay.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.sandbox.LoopbackProxy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the address rule holds where a proxy or a resolver of the program's own takes part. */
class ProxiedAddressTest {
  private static final SampleMp4 FILM = SampleMp4.of(10_000, 8);

  @TempDir Path folder;
  private DownloadFixture fixture;
  private HostServer hostServer;
  private LoopbackProxy proxy;

  @BeforeEach
  void open() {
    fixture = new DownloadFixture(folder);
    hostServer = fixture.host(HostServer.of(FILM));
    proxy = LoopbackProxy.start();
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
    proxy.close();
  }

  /** The proxy is on loopback, which is not public, and is used all the same. */
  private DownloadOutcome fetch(String host, boolean allowPrivate) {
    NetworkSettings network =
        NetworkSettings.defaults().withProxy(HttpProxy.of("127.0.0.1", proxy.port()));
    DownloaderBuilder builder =
        fixture.timed().allowPrivateAddresses(allowPrivate).network(network);
    URI url = URI.create("http://" + host + ":" + hostServer.port() + "/a.mp4?sig=secret");
    return fixture.fetch(builder, url);
  }

  private static DownloadFailure forbidden(String host) {
    return DownloadFixture.failure(
        DownloadFailureKind.FORBIDDEN_ADDRESS,
        "toapis:ok-1: expected a public address for "
            + host
            + ", found one that is not public; allow private addresses if this is meant");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "[::1]",
        "[::ffff:10.0.0.1]",
        "[fe80::1]",
        "[64:ff9b::7f00:1]",
        "2130706433",
        "127.1",
        "0177.0.0.1",
        "0x7f.0.0.1",
        "0x7f000001",
        "0.0.0.0",
        "169.254.169.254",
        "168.63.129.16",
        "10.1.2.3",
        "192.168.1.1",
        "10.1.2.3.",
        "[fd00:ec2::254]",
        "metadata",
        "metadata.google.internal",
        "nas.local",
        "router.lan"
      })
  void refusesWhatShowsThatItIsPrivate(String host) throws IOException {
    assertThat(DownloadFixture.failure(fetch(host, false)))
        .isEqualTo(forbidden(host.replaceAll("[\\[\\]]", "")));
    assertThat(proxy.heads()).isEmpty();
    assertThat(hostServer.requests()).isEmpty();
    assertThat(fixture.files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"93.184.216.34", "[2606:2800:220:1::1]", "cdn.example", "10.cdn.example"})
  void leavesTheRestToTheProxy(String host) {
    fetch(host, false).savedOrThrow();

    assertThat(proxy.heads()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "files.internal", "intranet", "127.1", "[fd00::1]"})
  void takesPrivateHostsWhereTheyAreAllowed(String host) {
    fetch(host, true).savedOrThrow();

    assertThat(proxy.heads()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"169.254.169.254", "metadata.google.internal", "localhost"})
  void checksEachRedirect(String host) {
    hostServer.script(
        HostServer.always(302, "", "Location: http://" + host + "/latest?sig=secret"));

    assertThat(DownloadFixture.failure(fetch("cdn.example", false)))
        .isEqualTo(forbidden(host + " (redirect 1, from cdn.example)"));
    assertThat(proxy.heads()).hasSize(1);
    assertThat(hostServer.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "168.63.129.16", "169.254.169.254", "::1"})
  void checksWhatAResolverOfItsOwnGives(String address) {
    DownloaderBuilder builder =
        fixture
            .timed()
            .allowPrivateAddresses(false)
            .network(DownloadFixture.resolving(host -> InetAddress.getAllByName(address)));
    URI url = URI.create("http://cdn.example:" + hostServer.port() + "/a.mp4");

    DownloadOutcome outcome = fixture.fetch(builder, url);

    assertThat(DownloadFixture.failure(outcome)).isEqualTo(forbidden("cdn.example"));
    assertThat(hostServer.requests()).isEmpty();
  }

  @Test
  void connectsOnlyToWhatWasCheckedEvenIfTheResolverChangesItsMind() throws IOException {
    InetAddress[] addresses = {InetAddress.getByName("93.184.216.34")};
    DownloaderBuilder builder =
        fixture
            .timed()
            .maxRetriesWithoutProgress(1)
            .allowPrivateAddresses(false)
            .network(DownloadFixture.resolving(host -> addresses));
    List<String> connected = new ArrayList<>();
    builder.sockets =
        () -> {
          addresses[0] = InetAddress.getLoopbackAddress(); // after the check
          return new Socket() {
            @Override
            public void connect(SocketAddress endpoint, int millis) throws IOException {
              connected.add(((InetSocketAddress) endpoint).getAddress().getHostAddress());
              throw new ConnectException("on purpose");
            }
          };
        };
    URI url = URI.create("http://cdn.example:" + hostServer.port() + "/a.mp4");

    DownloadFixture.failure(fixture.fetch(builder, url));

    assertThat(connected).containsExactly("93.184.216.34");
  }
}
