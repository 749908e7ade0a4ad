package io.github.reelay.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.sandbox.junit.SandboxExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What comes over the wire, against the specification as a plain YAML reader sees it. */
class DocumentedResponsesTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.create();

  record Example(String provider, int status, String name, @Nullable Object value) {
    @Override
    public String toString() {
      return provider + " " + status + " " + name;
    }
  }

  /** All but {@code fourth}, which has its examples behind references and lacks the errors. */
  static Stream<String> providers() {
    return SandboxClient.providers().stream().filter(provider -> !provider.equals("fourth"));
  }

  static Stream<Example> examples() {
    return providers().flatMap(DocumentedResponsesTest::examplesOf);
  }

  static Stream<Example> errors() {
    return examples().filter(example -> example.status() >= 400);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleKeepsItsMembersAndTypes(Example example) {
    HttpResponse<String> response = query(example.provider(), "example-" + example.name() + "-7");

    assertThat(response.statusCode()).isEqualTo(example.status());
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(types(Json.parse(response.body()))).isEqualTo(types(example.value()));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyDocumentedErrorComesOnDemand(Example example) {
    HttpResponse<String> response = query(example.provider(), "error-" + example.status() + "-7");

    assertThat(response.statusCode()).isEqualTo(example.status());
    assertThat(types(Json.parse(response.body())))
        .isIn(
            errors()
                .filter(other -> other.provider().equals(example.provider()))
                .filter(other -> other.status() == example.status())
                .map(other -> types(other.value()))
                .toList());
  }

  @ParameterizedTest
  @MethodSource("errors")
  void everyNamedErrorComesByItsName(Example example) {
    HttpResponse<String> response = query(example.provider(), "error-" + example.name() + "-7");

    assertThat(response.statusCode()).isEqualTo(example.status());
    assertThat(types(Json.parse(response.body()))).isEqualTo(types(example.value()));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theCommonNamesAreThere(String provider) {
    assertThat(SANDBOX.sandbox().examples(provider))
        .contains("queued", "running", "completed", "failed", "rejected")
        .contains("completed-without-video", "unauthorized", "not-found", "rate-limited");
  }

  @ParameterizedTest
  @CsvSource({
    "toapis, 401, unauthorized",
    "xingchaoyiqing, 404, not-found",
    "22codex, 429, rate-limited",
    "toapis, 200, completed",
  })
  void anExampleCanBeTakenByItsName(String provider, int status, String name) {
    SandboxResponse response = SANDBOX.sandbox().example(provider, name);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.bodyText()).startsWith("{");
  }

  @Test
  void documentedHeadersComeWithTheirExamples() {
    assertThat(query("toapis", "error-429-1").headers().firstValue("X-RateLimit-Category"))
        .hasValue("async_query");
  }

  @Test
  void anUndocumentedErrorIsAPage() {
    HttpResponse<String> response = query("toapis", "error-418-1");

    assertThat(response.statusCode()).isEqualTo(418);
    assertThat(response.body())
        .isEqualTo("<html><body><h1>418</h1><p>reelay sandbox</p></body></html>\n");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    Sandbox sandbox = SANDBOX.sandbox();

    assertThatThrownBy(() -> sandbox.example("toapis", "teapot"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected the name of an example of toapis, one of %s, found teapot",
            sandbox.examples("toapis"));
  }

  private static HttpResponse<String> query(String provider, String id) {
    return new SandboxClient(SANDBOX.sandbox()).query(provider, id);
  }

  /** The tree with each scalar replaced by the name of its JSON type. */
  private static Object types(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, Object> types = new TreeMap<>();
      map.forEach((name, value) -> types.put(String.valueOf(name), types(value)));
      return types;
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(DocumentedResponsesTest::types).toList();
    }
    if (tree instanceof Number number) {
      return number.toString().matches("-?\\d+") ? "integer" : "number";
    }
    return tree == null ? "null" : tree.getClass().getSimpleName();
  }

  private static Stream<Example> examplesOf(String provider) {
    Object document =
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(
                DocumentedResponsesTest.class.getResourceAsStream(
                    "/io/github/reelay/specs/" + provider + ".yaml"));
    Map<?, ?> path = (Map<?, ?>) map(document, "paths").values().iterator().next();
    Map<?, ?> responses = map(path, "get", "responses");
    return responses.keySet().stream()
        .flatMap(
            status ->
                map(responses, status, "content", "application/json", "examples")
                    .entrySet()
                    .stream()
                    .map(
                        example ->
                            new Example(
                                provider,
                                Integer.parseInt(String.valueOf(status)),
                                String.valueOf(example.getKey()),
                                ((Map<?, ?>) example.getValue()).get("value"))));
  }

  private static Map<?, ?> map(Object from, Object... path) {
    Object found = from;
    for (Object step : path) {
      found = ((Map<?, ?>) found).get(step);
    }
    return (Map<?, ?>) found;
  }
}
