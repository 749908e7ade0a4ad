package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import io.github.reelay.task.TaskStatus;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderBuilderTest {

  private static ProviderBuilder builder() {
    return Provider.builder(new ToapisDialect());
  }

  @DisplayName("A path that is none, or does not hold the id exactly once, is refused")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "{id}",
        "v1/{id}",
        "/v1/videos",
        "/v1/{task_id}",
        "/v1/{ID}",
        "/v1/{id",
        "/v1/{id}/{id}",
        "/v1/{id}?id={id}",
        "/v1/{id}?x={y}",
        "/v1/{}/{id}",
        "/v1/{{id}}",
        "?id={id}",
        "//host.example/{id}",
        "https://host.example/{id}",
        "/v1/{id}#top",
        "/v1/{id}#",
        "/v1 /{id}",
        "/v1/{id}\n",
        "/v1/%zz/{id}",
        "/v1/%/{id}",
        "/v1|/{id}",
        "/v1\\{id}",
        "/v1/\"/{id}",
        "/v1/<{id}>",
        "/视频/{id}"
      })
  void refusesPaths(String path) {
    assertThatThrownBy(() -> builder().path(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a path such as /v1/videos/{id} or /v1/video/query?id={id}, found '"
                + path.replace("\n", "\\u000a")
                + "'");
  }

  @DisplayName("A base URL that is none is refused without being shown")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "relay.example",
        "/v1",
        "ftp://relay.example",
        "file:///tmp",
        "https:///v1",
        "https:relay.example",
        "https://user:secret@relay.example",
        "https://relay.example?key=secret",
        "https://relay.example/?",
        "https://relay.example/#secret",
        "https://a_b:99999x/",
        "https://user:secret@a_b/",
        "https://a%62/",
        "",
        "https://relay.example:65536",
        "https://relay_1.example:99999/v1",
        "https://relay.example:0",
        "https://[::1]:70000",
        "https://relay.example:99999999999999"
      })
  void refusesBaseUrls(URI url) {
    assertThatThrownBy(() -> builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a base URL such as https://provider.example, found one that is not http or"
                + " https, has no host, has a port that is not from 1 to 65535, or has user"
                + " information, a query or a fragment");
  }

  @DisplayName("A base URL as text may have characters that a URI refuses")
  @ParameterizedTest
  @CsvSource({
    "https://relay.example/a b, https://relay.example/a%20b",
    "' https://relay.example/v1/ ', https://relay.example/v1",
    "https://relay.example/a|b, https://relay.example/a%7Cb",
    "https://relay.example/视频^, https://relay.example/%E8%A7%86%E9%A2%91%5E"
  })
  void takesBaseUrlsAsText(String text, URI kept) {
    assertThat(builder().baseUrl(text).build().baseUrl()).isEqualTo(kept);
  }

  @DisplayName("A text that is no base URL is refused without being shown")
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "relay.example", "https://user:secret@[", "https://a b/"})
  void refusesBaseUrlsAsText(String text) {
    assertThatThrownBy(() -> builder().baseUrl(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a base URL such as https://provider.example, found one that is not http or"
                + " https, has no host, has a port that is not from 1 to 65535, or has user"
                + " information, a query or a fragment");
  }

  @DisplayName("A slash at the end of a base URL is dropped")
  @ParameterizedTest
  @CsvSource({
    "https://relay.example, https://relay.example",
    "https://relay.example/, https://relay.example",
    "http://127.0.0.1:8080/a/b/, http://127.0.0.1:8080/a/b",
    "http://[::1]:8080/a%2Fb, http://[::1]:8080/a%2Fb",
    "HTTPS://Relay_1.Example:8443/, https://Relay_1.Example:8443",
    "Http://a_b/v1, http://a_b/v1",
    "https://relay.example:65535, https://relay.example:65535",
    "https://relay.example/视频/, https://relay.example/%E8%A7%86%E9%A2%91",
    "https://例え.example, https://xn--r8jz45g.example"
  })
  void takesBaseUrls(URI url, URI kept) {
    assertThat(builder().baseUrl(url).build().baseUrl()).isEqualTo(kept);
  }

  @DisplayName(
      "A host with an underscore is requested as it is written, whatever the scheme's case")
  @Test
  void queriesOddHosts() {
    FakeTransport transport = FakeTransport.responding(200, "{\"status\":\"queued\"}");
    Provider provider =
        builder()
            .baseUrl(URI.create("HTTPS://Relay_1.Example:8443/v1/"))
            .key(() -> "key")
            .transport(transport)
            .build();

    assertThat(provider.query("t1").taskOrThrow().status()).isEqualTo(TaskStatus.QUEUED);
    assertThat(transport.requests.element().uri())
        .hasToString("https://Relay_1.Example:8443/v1/v1/videos/generations/t1");
    assertThat(transport.requests.element())
        .hasToString("HttpRequest[GET https://Relay_1.Example]");
    assertThat(provider).hasToString("Provider[toapis, dialect=toapis, host=Relay_1.Example]");
  }

  @DisplayName("A name that no handle can hold is refused")
  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a:b", "a b", "-a", "ä"})
  void refusesNames(String name) {
    assertThatThrownBy(() -> builder().name(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a provider name of lower-case letters, digits, dots, hyphens and"
                + " underscores, found '"
                + name
                + "'");
  }

  @DisplayName("A deadline that is not positive is refused")
  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void refusesDeadlines(Duration deadline) {
    assertThatThrownBy(() -> builder().deadline(deadline))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected deadline of more than zero, found " + deadline);
  }

  @DisplayName("By default a dialect is its own provider, with what its document says")
  @Test
  void knowsTheDefaults() {
    assertThat(Provider.builder(new ToapisDialect()).build())
        .hasToString("Provider[toapis, dialect=toapis, host=toapis.com]");
    assertThat(Provider.builder(new XingchaoyiqingDialect()).build().baseUrl())
        .hasToString("https://zcbservice.aizfw.cn/kyyReactApiServer");
    assertThat(Provider.builder(new Codex22Dialect()).build().dialect().profile().path())
        .isEqualTo("/v1/videos/video_id?id={id}");
  }

  @DisplayName("Each dialect documents how often it wants to be queried")
  @ParameterizedTest
  @CsvSource({
    "toapis, PT5S, PT10S, PT10M, 50",
    "xingchaoyiqing, PT0S, PT30S, PT16M,",
    "22codex, PT0S, PT10S, PT15M,"
  })
  void knowsThePolling(
      String name, Duration first, Duration interval, Duration givesUpAfter, Integer perSecond) {
    var polling = Providers.discover(Map.of()).get(name).dialect().profile().polling();

    assertThat(polling).isEqualTo(new PollingDefaults(first, interval, givesUpAfter, perSecond));
  }
}
