package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.download.Downloader;
import io.github.reelay.network.DnsResolver;
import io.github.reelay.network.HttpProxy;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

/** The snippets of docs/company-network.md. */
class CompanyNetworkSnippetTest {

  @Test
  void usesTheProxyForQueriesAndDownloads() {
    NetworkSettings network = ofTheProgram("pa:ss");

    assertThat(network.proxyFor("toapis.com", 443)).hasToString("proxy.example:3128");
    assertThat(network.proxyFor("files.corp.example", 443)).isNull();
    assertThat(network.proxyFor("10.1.2.3", 80)).isNull();
    assertThat(network.proxyFor("localhost", 80)).isNull();
  }

  private static NetworkSettings ofTheProgram(String password) {
    // snippet:network-proxy
    NetworkSettings network =
        NetworkSettings.defaults()
            .withProxy(
                HttpProxy.of("proxy.example", 3128)
                    .withCredentials("user", password)
                    .withNonProxyHosts(".corp.example", "10.0.0.0/8"));
    Provider toapis = Provider.builder(new ToapisDialect()).network(network).build();
    Providers providers = Providers.of(List.of(toapis)); // closes them all
    Downloader downloader = Downloader.builder(providers).network(network).build();
    // end
    downloader.close();
    providers.close();
    return network;
  }

  @Test
  void changesWhatTheEnvironmentSays() throws NoSuchAlgorithmException {
    Map<String, String> environment = Map.of("REELAY_PROXY", "http://proxy.example:3128");
    SSLContext context = SSLContext.getDefault();

    NetworkSettings network = ofTheEnvironment(environment, context, InetAddress::getAllByName);

    assertThat(network.proxy()).hasToString("proxy.example:3128");
    assertThat(network.sslContext()).isSameAs(context);
  }

  private static NetworkSettings ofTheEnvironment(
      Map<String, String> environment, SSLContext companyContext, DnsResolver resolver) {
    // snippet:network-environment
    NetworkSettings network =
        NetworkSettings.ofEnvironment(environment) // REELAY_PROXY, REELAY_NO_PROXY
            .withSslContext(companyContext) // trusts the company's certificate authority
            .withDnsResolver(resolver); // a host to its addresses
    Providers providers = Providers.discover(environment, network);
    Downloader downloader = Downloader.builder(providers).build(); // with the same settings
    // end
    downloader.close();
    providers.close();
    return providers.network();
  }
}
