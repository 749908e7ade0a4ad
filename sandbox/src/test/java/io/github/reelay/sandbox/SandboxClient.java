package io.github.reelay.sandbox;

import io.github.reelay.sandbox.internal.spec.OperationRoute;
import io.github.reelay.sandbox.internal.spec.SpecReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** Speaks HTTP to a sandbox, the way the providers' documents say. */
final class SandboxClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final SpecReader SPECS = new SpecReader(SandboxClient.class.getClassLoader());

  private final Sandbox sandbox;

  SandboxClient(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  HttpResponse<String> query(String provider, String id) {
    return get(address(provider, id), "Authorization", "Bearer " + sandbox.apiKey(provider));
  }

  String address(String provider, String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    OperationRoute route = SPECS.read(provider).route();
    return sandbox.baseUrl(provider)
        + (route.parameter() == null
            ? route.template().replaceFirst("\\{[^}]*}", Matcher.quoteReplacement(encoded))
            : route.template() + "?" + route.parameter() + "=" + encoded);
  }

  /** The providers of this repository, and {@code fourth}, whose specification is a test's. */
  static Set<String> providers() {
    return SPECS.providers();
  }

  static HttpResponse<String> get(String address, String... headers) {
    return send("GET", address, headers);
  }

  static HttpResponse<String> send(String method, String address, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), SandboxClient::body);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected a response from " + URI.create(address).getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A video's bytes come as ISO-8859-1, one character each, so that they can be compared. */
  private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo response) {
    boolean video = response.headers().firstValue("Content-Type").equals(Optional.of("video/mp4"));
    return HttpResponse.BodySubscribers.ofString(
        video ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
