package io.github.reelay.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  @ParameterizedTest
  @CsvSource({
    "93.184.216.34, 93.184.216.34",
    "93.184.216.34., 93.184.216.34",
    "10.0.0.1, 10.0.0.1",
    "2606:2800:220:1::1, 2606:2800:220:1:0:0:0:1",
    "[2606:2800:220:1::1], 2606:2800:220:1:0:0:0:1",
    "::ffff:10.0.0.1, 10.0.0.1"
  })
  void readsAddresses(String host, String address) {
    InetAddress shown = Hosts.shownAddress(host);

    assertThat(shown).isNotNull();
    assertThat(shown.getHostAddress()).isEqualTo(address);
  }

  /** Others than a JVM read these as addresses, octal and hexadecimal ones too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.1",
        "2130706433",
        "0177.0.0.1",
        "010.8.8.8",
        "0x7f.0.0.1",
        "0x7f000001",
        "0X7F.1",
        "1.2.3.4.5",
        "256.256.256.256",
        "93.184.216.34..",
        "fe80::1%eth0",
        "::g",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "localhost..",
        "a.localhost",
        "intranet",
        "files.internal",
        "metadata.google.internal",
        "metadata.google.internal.",
        "nas.local",
        "x.home.arpa",
        "x.lan",
        "x.corp",
        "x.home",
        "x.private",
        "x.intranet",
        "localhost.localdomain",
        "0x",
        "a.0x1"
      })
  void takesWhatIsNoPublicHostForThisMachine(String host) {
    assertThat(Hosts.shownAddress(host)).isEqualTo(InetAddress.getLoopbackAddress());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cdn.example",
        "cdn.example.",
        "my_films.bucket.example",
        "1.cdn.example",
        "a.corp.example",
        "x.0x7g",
        "local.example",
        "127.0.0.1.nip.io",
        "xn--bcher-kva.example"
      })
  void leavesOtherNamesToTheProxy(String host) {
    assertThat(Hosts.shownAddress(host)).isNull();
  }
}
