package io.github.reelay.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
  private static final String EXPECTED =
      "expected a proxy such as http://proxy.example:3128 or"
          + " http://user:password@proxy.example:3128, found ";

  @ParameterizedTest
  @CsvSource({
    "http://proxy.corp:3128, proxy.corp:3128,",
    "HTTP://Proxy.corp:80/, Proxy.corp:80,",
    "'  http://10.1.2.3:8080 ', 10.1.2.3:8080,",
    "http://[fd00::1]:3128, [fd00::1]:3128,",
    "http://my_proxy:1, my_proxy:1,",
    "http://me:secret@proxy.corp:3128, proxy.corp:3128, me:secret",
    "http://me@proxy.corp:3128, proxy.corp:3128, me:",
    "http://me:@proxy.corp:3128, proxy.corp:3128, me:",
    "http://CORP%5Cme:p%40s%3As%2F%25+@proxy.corp:3128, proxy.corp:3128, CORP\\me:p@s:s/%+",
    "http://me:p@ss@proxy.corp:3128, proxy.corp:3128, me:p@ss",
    "http://m%C3%BC:ü@proxy.corp:3128, proxy.corp:3128, mü:ü"
  })
  void readsAUrl(String url, String shown, String credentials) {
    HttpProxy proxy = HttpProxy.parse(url);

    assertThat(proxy).hasToString(shown);
    assertThat(proxy.authorization()).isEqualTo(credentials == null ? null : basic(credentials));
  }

  private static String basic(String credentials) {
    byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | nothing
          proxy.corp:3128 | one without http:// at its start
          me:secret@proxy.corp:3128 | one without http:// at its start
          //me:secret@proxy.corp:3128 | one without http:// at its start
          https://me:secret@proxy.corp:3128 | the scheme https; write http://, other proxies are not supported
          socks5://me:secret@proxy.corp:1080 | the scheme socks5; write http://, other proxies are not supported
          http://proxy.corp | one without a host and a port; write both
          http://me:secret@proxy.corp | one without a host and a port; write both
          http://:3128 | a host or a port that does not exist
          http://me:secret | one without a host and a port; write both
          http://proxy.corp:0 | a host or a port that does not exist
          http://proxy.corp:65536 | a host or a port that does not exist
          http://pro xy:3128 | a host or a port that does not exist
          http://[secret]:3128 | a host or a port that does not exist
          http://me:secret@proxy.corp:3128/path | a path, a query or a fragment; percent-encode special characters of user and password
          http://me:sec/ret@proxy.corp:3128 | a path, a query or a fragment; percent-encode special characters of user and password
          http://me:sec#ret@proxy.corp:3128 | a path, a query or a fragment; percent-encode special characters of user and password
          http://:secret@proxy.corp:3128 | a user or a password that cannot be sent; percent-encode special characters
          http://me:secret%0d%0aX@proxy.corp:3128 | a user or a password that cannot be sent; percent-encode special characters
          http://me:secret%@proxy.corp:3128 | a user or a password that cannot be sent; percent-encode special characters
          http://m%3Ae:secret@proxy.corp:3128 | a user or a password that cannot be sent; percent-encode special characters
          """)
  void refusesAnythingElseAndRepeatsNoPassword(String url, String found) {
    assertThatThrownBy(() -> HttpProxy.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessage(EXPECTED + found);
  }

  @Test
  void readsALongPasswordToo() {
    String password = "%41b".repeat(100_000);

    assertThat(HttpProxy.parse("http://me:" + password + "@proxy.corp:3128").authorization())
        .isEqualTo(basic("me:" + "Ab".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "[::1", "::g", "me@proxy", "proxy:3128"})
  void refusesAHostThatIsNone(String host) {
    assertThatThrownBy(() -> HttpProxy.of(host, 3128))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected the name or the address of a proxy, such as proxy.example, found something"
                + " else");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> HttpProxy.of("proxy.corp", 70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected the port of a proxy from 1 to 65535, found 70000");
  }

  @ParameterizedTest
  @CsvSource({"'', secret", "m:e, secret", "'m\ne', secret", "me, 'secret\r\nX: 1'"})
  void refusesCredentialsThatCannotBeSent(String user, String password) {
    assertThatThrownBy(() -> HttpProxy.of("proxy.corp", 3128).withCredentials(user, password))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a user of the proxy without a colon, and neither in the user nor in the"
                + " password a control character, found another");
  }

  @Test
  void isEqualToTheSameProxy() {
    HttpProxy proxy = HttpProxy.parse("http://me:secret@proxy.corp:3128").withNonProxyHosts("a");

    assertThat(proxy)
        .isEqualTo(
            HttpProxy.of("PROXY.corp", 3128)
                .withNonProxyHosts("A.")
                .withCredentials("me", "secret"))
        .hasSameHashCodeAs(HttpProxy.of("PROXY.corp", 3128))
        .isNotEqualTo(HttpProxy.of("proxy.corp", 3128).withNonProxyHosts("a"))
        .isNotEqualTo(proxy.withNonProxyHosts("b"))
        .isNotEqualTo(HttpProxy.of("proxy.corp", 3129))
        .isNotEqualTo("proxy.corp:3128");
  }
}
