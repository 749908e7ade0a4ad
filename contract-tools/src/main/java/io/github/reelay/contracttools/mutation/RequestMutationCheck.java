package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import feign.AsyncFeign;
import feign.Request;
import io.github.reelay.contract.TaskIdExpander;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.transport.HttpRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * What is sent, against what the document requires: its server, the generated client's own method,
 * path and query, and the credentials of its security scheme. What is sent is what the pacts pin.
 */
final class RequestMutationCheck {
  private RequestMutationCheck() {}

  static Stream<String> complaints(Subject subject) {
    Spec spec = subject.spec();
    Dialect dialect = subject.client().dialect();
    HttpRequest sent =
        RecordedQuery.of(dialect, spec.queriedId(), spec.examples().get(0)).request();
    String server = spec.document().at("/servers/0/url").asText(RecordedQuery.GIVEN.toString());
    String documented = documentedRequest(dialect.binding(), server, spec.queriedId());
    return Stream.of(
            differs(shipped(spec), documented),
            differs("GET " + sent.uri(), documented),
            differs(credentials(sent), credentials(spec)))
        .flatMap(found -> found);
  }

  /**
   * The request of the shipped dialect, which pacts and facts hold. The mutant's own dialect
   * follows the changed document, so it cannot show a difference.
   */
  private static String shipped(Spec spec) {
    ProviderProfile profile = TestProviders.dialect(spec.provider()).profile();
    String path = profile.path().replace("{id}", new TaskIdExpander().expand(spec.queriedId()));
    URI server = profile.baseUrl() != null ? profile.baseUrl() : RecordedQuery.GIVEN;
    return "GET " + server + path;
  }

  private static Stream<String> differs(String sent, String documented) {
    return sent.equals(documented)
        ? Stream.of()
        : Stream.of("expected the document to require " + sent + ", found " + documented);
  }

  /** Method and address of the generated client's own request. */
  private static <A> String documentedRequest(ClientBinding<A> binding, String server, String id) {
    List<Request> requests = new ArrayList<>();
    A api =
        AsyncFeign.<Void>builder()
            .client(
                (request, options, context) -> {
                  requests.add(request);
                  return new CompletableFuture<>();
                })
            .target(binding.api(), server);
    binding.query().apply(api, id);
    return requests.get(0).httpMethod() + " " + requests.get(0).url();
  }

  private static String credentials(HttpRequest sent) {
    String authorization = sent.headers().getOrDefault("Authorization", "none");
    return authorization.startsWith("Bearer ") ? "http bearer" : authorization;
  }

  private static String credentials(Spec spec) {
    List<String> schemes = new ArrayList<>();
    JsonNode declared = spec.document().at("/components/securitySchemes");
    for (JsonNode alternative : spec.document().path("security")) {
      for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
        JsonNode found = declared.path(scheme.getKey());
        schemes.add(found.path("type").asText() + " " + found.path("scheme").asText());
      }
    }
    return schemes.isEmpty() ? "none" : String.join(" or ", schemes);
  }
}
