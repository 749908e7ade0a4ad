package io.github.reelay.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NonProxyHostsTest {
  private static final HttpProxy PROXY = HttpProxy.of("proxy.corp", 3128);

  @ParameterizedTest
  @CsvSource({
    "'', a.example, true",
    "a.example, a.example, false",
    "a.example, A.EXAMPLE, false",
    "A.Example., a.example, false",
    "a.example, a.example., false",
    "a.example, b.a.example, true",
    "a.example, ba.example, true",
    ".a.example, b.a.example, false",
    "*.a.example, c.b.a.example, false",
    ".a.example, a.example, true",
    ".a.example, ba.example, true",
    "*, a.example, false",
    "*, 10.1.2.3, false",
    "'b.example, a.example', a.example, false",
    "'b.example,,  a.example ,', a.example, false",
    "'b.example a.example', a.example, false",
    "a.example:443, a.example, false",
    "a.example:80, a.example, true",
    "*:443, a.example, false",
    "*:80, a.example, true",
    "10.1.2.3, 10.1.2.3, false",
    "10.1.2.3, 10.1.2.4, true",
    "10.1.2.3:443, 10.1.2.3, false",
    "10.1.2.3:80, 10.1.2.3, true",
    "10.0.0.0/8, 10.200.3.4, false",
    "10.0.0.0/8, 11.0.0.1, true",
    "172.16.0.0/12:443, 172.31.255.255, false",
    "172.16.0.0/12, 172.32.0.0, true",
    "10.0.0.0/8, 10.a.example, true",
    "0.0.0.0/0, 93.184.216.34, false",
    "0.0.0.0/0, a.example, true",
    "fd00::1, fd00:0:0:0:0:0:0:1, false",
    "[fd00::1]:443, fd00::1, false",
    "[fd00::1]:80, fd00::1, true",
    "fd00::/8, fd12::1, false",
    "fd00::/8, fe80::1, true",
    "fd00::/8:443, fd12::1, false",
    "fd00::/8:80, fd12::1, true",
    "[fd00::]/8:443, fd12::1, false",
    "[fd00::]/8:443, fe80::1, true",
    "[fd00::]/8, fd12::1, false",
    "10.0.0.0/8:443, 10.9.9.9, false",
    "10.0.0.0/8:80, 10.9.9.9, true",
    "'', localhost, false",
    "'', LOCALHOST., false",
    "'', x.localhost, false",
    "'', 127.0.0.1, false",
    "'', 127.200.0.1, false",
    "'', ::1, false",
    "'', ::ffff:127.0.0.1, false",
    "'', 0.0.0.0, false",
    "'', notlocalhost, true",
    "'', 128.0.0.1, true"
  })
  void areReachedWithoutTheProxy(String hosts, String host, boolean proxied) {
    assertThat(PROXY.withNonProxyHosts(hosts).isUsedFor(host, 443)).isEqualTo(proxied);
    assertThat(PROXY.withNonProxyHosts(hosts.split(",")).isUsedFor(host, 443)).isEqualTo(proxied);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a.example, 1",
    "'a.example, b*c', 2",
    "'a.example b.example me:secret@c', 3",
    "a.example:0, 1",
    "a.example:65536, 1",
    "a.example:x, 1",
    "10.0.0, 1",
    "10.0.0.256, 1",
    "10.0.0.0/33, 1",
    "fd00::/129, 1",
    "fd00::/8:x, 1",
    "fd00::/8:65536, 1",
    "10.0.0.0/x, 1",
    "a.example/8, 1",
    "fe80::1%eth0, 1",
    "**, 1",
    "a..example, 1",
    "., 1",
    ":443, 1"
  })
  void areRefusedInAnotherForm(String hosts, int number) {
    assertThatThrownBy(() -> PROXY.withNonProxyHosts(hosts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected hosts such as files.example, .corp.example, 10.1.2.3, 10.0.0.0/8 or *, each"
                + " with a port or without, found something else as number "
                + number);
  }

  @Test
  void replaceThoseBefore() {
    HttpProxy proxy = PROXY.withNonProxyHosts("a.example").withNonProxyHosts("b.example", "c");

    assertThat(proxy.isUsedFor("a.example", 443)).isTrue();
    assertThat(proxy.isUsedFor("b.example", 443)).isFalse();
    assertThat(proxy.isUsedFor("c", 443)).isFalse();
  }
}
