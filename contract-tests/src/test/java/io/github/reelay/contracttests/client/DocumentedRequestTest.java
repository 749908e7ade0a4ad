package io.github.reelay.contracttests.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.ProviderBuilder;
import io.github.reelay.transport.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The request of each provider against its document, which is read here as plain YAML: server, path
 * and parameter are what is queried.
 */
class DocumentedRequestTest {
  private static final String CONFIGURED = "https://configured.example";
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  static Stream<Spec> specs() {
    return Spec.all();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void goesToTheFirstServerAtThePathWithTheOneParameter(Spec spec) {
    JsonNode parameters = spec.operation().get("parameters");
    JsonNode server = spec.document().at("/servers/0/url");

    assertThat(parameters).hasSize(1);
    assertThat(sent(spec).uri())
        .hasToString(
            server.asText(CONFIGURED) + target(spec.path(), parameters.get(0), spec.queriedId()));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void theProfileNamesTheFirstServerOrNone(Spec spec) {
    JsonNode server = spec.document().at("/servers/0/url");

    assertThat(TestProviders.dialect(spec.provider()).profile().baseUrl())
        .isEqualTo(server.isMissingNode() ? null : URI.create(server.asText()));
  }

  private static String target(String path, JsonNode parameter, String id) {
    String name = parameter.get("name").asText();
    return parameter.get("in").asText().equals("query")
        ? path + "?" + name + "=" + encoded(id)
        : path.replace("{" + name + "}", encoded(id));
  }

  private static String encoded(String id) {
    StringBuilder text = new StringBuilder();
    for (byte each : id.getBytes(StandardCharsets.UTF_8)) {
      text.append(
          UNRESERVED.indexOf(each) >= 0
              ? String.valueOf((char) each)
              : "%%%02X".formatted(each & 0xFF));
    }
    return text.toString();
  }

  private static HttpRequest sent(Spec spec) {
    List<HttpRequest> requests = new ArrayList<>();
    ProviderBuilder builder =
        Provider.builder(TestProviders.dialect(spec.provider()))
            .key(() -> TestProviders.KEY)
            .transport(
                request -> {
                  requests.add(request);
                  return CompletableFuture.completedFuture(
                      RecordedResponse.ofBody("{}".getBytes(StandardCharsets.UTF_8)));
                });
    if (spec.document().at("/servers/0/url").isMissingNode()) {
      builder.baseUrl(URI.create(CONFIGURED));
    }
    try (Provider provider = builder.build()) {
      provider.query(spec.queriedId());
      return requests.get(0);
    }
  }
}
