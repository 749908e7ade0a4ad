package io.github.reelay.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkSettingsTest {

  @Test
  void setNothingByDefaultWhateverOtherProgramsRead() {
    Map<String, String> others =
        Map.of(
            "HTTP_PROXY", "http://proxy.corp:1",
            "https_proxy", "http://proxy.corp:1",
            "ALL_PROXY", "http://proxy.corp:1",
            "REELAY_PROXY", "  ",
            "REELAY_NO_PROXY", "a.example");

    assertThat(NetworkSettings.ofEnvironment(others)).isSameAs(NetworkSettings.defaults());
    assertThat(NetworkSettings.defaults().proxy()).isNull();
    assertThat(NetworkSettings.defaults().sslContext()).isNull();
    assertThat(NetworkSettings.defaults().proxyFor("a.example", 443)).isNull();
  }

  @Test
  void readTheProxyOfAnEnvironment() {
    NetworkSettings settings =
        NetworkSettings.ofEnvironment(
            Map.of(
                "REELAY_PROXY", "http://me:secret@proxy.corp:3128",
                "REELAY_NO_PROXY", "files.example, .corp"));

    assertThat(settings.proxy())
        .isEqualTo(
            HttpProxy.of("proxy.corp", 3128)
                .withCredentials("me", "secret")
                .withNonProxyHosts("files.example", ".corp"));
    assertThat(settings.proxyFor("toapis.com", 443)).isSameAs(settings.proxy());
    assertThat(settings.proxyFor("files.example", 443)).isNull();
    assertThat(settings.proxyFor("a.corp", 443)).isNull();
    assertThat(settings.toString()).contains("proxy.corp:3128").doesNotContain("secret", "Basic");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          socks://me:secret@p:1 | a | REELAY_PROXY: expected a proxy such as http://proxy.example:3128 or http://user:password@proxy.example:3128, found the scheme socks; write http://, other proxies are not supported
          p:1 | a | REELAY_PROXY: expected a proxy such as http://proxy.example:3128 or http://user:password@proxy.example:3128, found one without http:// at its start
          http://p:1 | me:secret@a | REELAY_NO_PROXY: expected hosts such as files.example, .corp.example, 10.1.2.3, 10.0.0.0/8 or *, each with a port or without, found something else as number 1
          """)
  void sayWhichVariableIsMalformed(String proxy, String hosts, String sentence) {
    assertThatThrownBy(
            () ->
                NetworkSettings.ofEnvironment(
                    Map.of("REELAY_PROXY", proxy, "REELAY_NO_PROXY", hosts)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }
}
