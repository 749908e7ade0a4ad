package io.github.reelay.contracttools.pact;

import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationFailureType;
import au.com.dius.pact.provider.VerificationResult;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Sends a provider the request of an interaction, and compares the response with what it pins.
 * Reads only.
 *
 * @param name that of the provider, such as {@code toapis}
 * @param baseUrl the address of its API
 * @param key what it is queried with, in place of the example in the pact
 */
public record ProviderCheck(String name, URI baseUrl, String key) {

  /**
   * The differences between the response and what is pinned, without keys and queries of URLs.
   *
   * @param values what the state of the provider gives to the request
   * @return one line for each; empty if the interaction holds
   */
  public List<String> differences(PactedInteraction interaction, Map<String, Object> values) {
    interaction.http().getRequest().getHeaders().put("Authorization", List.of("Bearer " + key));
    ProviderVerifier verifier = new ProviderVerifier();
    verifier.setReporters(List.of());
    ProviderInfo provider = provider();
    VerificationResult result =
        verifier.verifyResponseFromProvider(
            provider,
            interaction.http(),
            interaction.description(),
            new HashMap<>(),
            new ProviderClient(provider, anyone -> onceOnly()),
            new HashMap<>(Map.of("providerState", values)),
            false);
    return result instanceof VerificationResult.Failed failed
        ? failed.getFailures().values().stream()
            .flatMap(Collection::stream)
            .map(VerificationFailureType::description)
            .map(this::masked)
            .toList()
        : List.of();
  }

  private ProviderInfo provider() {
    ProviderInfo provider = new ProviderInfo(name);
    provider.setProtocol(baseUrl.getScheme());
    provider.setHost(baseUrl.getHost());
    if (baseUrl.getPort() >= 0) {
      provider.setPort(baseUrl.getPort());
    } else {
      provider.setPort(baseUrl.getScheme().equals("https") ? 443 : 80);
    }
    provider.setPath(baseUrl.getPath());
    return provider;
  }

  /** Pact's own client waits as Retry-After says and queries again; a 429 would never be seen. */
  private static CloseableHttpClient onceOnly() {
    return HttpClients.custom().disableAutomaticRetries().disableRedirectHandling().build();
  }

  private String masked(String text) {
    return text.replace(key, "(key)").replaceAll("(https?://[^\\s?'\"]*)\\?[^\\s'\"]*", "$1?(cut)");
  }

  /** Names the provider, never the key. */
  @Override
  public String toString() {
    return "ProviderCheck[" + name + ", host=" + baseUrl.getHost() + "]";
  }
}
