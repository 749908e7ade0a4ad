package io.github.reelay.contracttests.pact;

import static java.util.concurrent.TimeUnit.SECONDS;

import feign.AsyncFeign;
import feign.Request;
import feign.Response;
import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.exchange.RecordedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query with the generated client as it is published: by Feign alone, without Reelay's transport.
 *
 * @param baseUrl where the provider responds
 * @param key what is sent as bearer
 */
record PublishedClient(URI baseUrl, String key) {
  /** The response to a query for that task, as if it came at that time. */
  <A> RecordedResponse query(ClientBinding<A> binding, String id, Instant time) throws Exception {
    A client =
        AsyncFeign.<Void>builder()
            .options(new Request.Options(30, SECONDS, 30, SECONDS, false))
            .requestInterceptor(request -> request.header("Authorization", "Bearer " + key))
            .target(binding.api(), baseUrl.toString());
    try (Response response = (Response) binding.query().apply(client, id).get(30, SECONDS)) {
      return new RecordedResponse(response.status(), headers(response), body(response), time);
    }
  }

  private static Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    response.headers().forEach((name, values) -> headers.put(name, List.copyOf(values)));
    return headers;
  }

  private static byte[] body(Response response) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    try (InputStream body = response.body().asInputStream()) {
      return body.readAllBytes();
    }
  }
}
