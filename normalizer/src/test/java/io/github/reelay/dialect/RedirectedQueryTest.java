package io.github.reelay.dialect;

import static io.github.reelay.dialect.SampleResponses.TOAPIS;
import static io.github.reelay.dialect.SampleResponses.failure;
import static io.github.reelay.dialect.SampleResponses.read;
import static io.github.reelay.dialect.SampleResponses.status;
import static io.github.reelay.dialect.SampleResponses.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 8, item 31: a provider that redirects is most likely queried at a wrong base URL. */
class RedirectedQueryTest {

  @DisplayName("A redirect is named with its host, and with nothing else of its URL")
  @ParameterizedTest
  @CsvSource({
    "301, https://www.relay.example/secret/t1?key=secret#secret, www.relay.example",
    "302, http://user:secret@Relay_1.example:8080/, Relay_1.example",
    "307, ' https://relay.example/a secret ', relay.example",
    "308, 'HTTPS://[::1]/secret', [::1]",
    "303, https://例え.example/secret, xn--r8jz45g.example"
  })
  void namesTheHost(int httpStatus, String location, String host) {
    Failure failure = failure(read(TOAPIS, withHeaders(httpStatus, "", "location", location)));

    assertThat(failure.kind()).isEqualTo(FailureKind.UNKNOWN);
    assertThat(failure.diagnosis())
        .isEqualTo(
            "the provider responds with a redirect to host " + host + "; check the base URL");
  }

  @DisplayName("A redirect without a host that makes sense is still one")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/login?secret",
        "//",
        "https://",
        "secret",
        "https://secret secret/",
        "https://\u202esecret/",
        "https://a:99999/secret",
        "javascript:secret",
        "\r\nsecret"
      })
  void namesNoHost(String location) {
    assertThat(failure(read(TOAPIS, withHeaders(302, "{}", "Location", location))).diagnosis())
        .isEqualTo("the provider responds with a redirect; check the base URL");
  }

  @Test
  void otherResponsesAreNone() {
    assertThat(failure(read(TOAPIS, status(302, ""))).diagnosis())
        .isEqualTo("the provider responds with a redirect; check the base URL");
    for (int httpStatus : new int[] {304, 400, 404, 500}) {
      var response = withHeaders(httpStatus, "", "Location", "https://relay.example/");

      assertThat(failure(read(TOAPIS, response)).diagnosis()).isNull();
    }
  }
}
