package io.github.reelay.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {
  private static final String ROOT = "https://relay.example:8443";
  private static final RequestUrl SERVER = RequestUrl.of(URI.create(ROOT + "/base?x=1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/v1/videos/task_1",
        "/v1/videos/task_1?full=true&x=a,b",
        "/v1//videos/./../a;b=c/@:!$'()*~",
        "/v1/a%2Fb%2fc"
      })
  void aTargetIsSentAsItIsWritten(String target) {
    RequestUrl url = SERVER.withTarget(target);

    assertThat(url.target()).isEqualTo(target);
    assertThat(url.uri()).isEqualTo(URI.create(ROOT + target));
    assertThat(url).isEqualTo(RequestUrl.of(URI.create(ROOT + target)));
    assertThat(url).hasSameHashCodeAs(RequestUrl.of(URI.create(ROOT + target)));
  }

  @ParameterizedTest
  @CsvSource({
    "?id=task_1, /?id=task_1",
    "'', /",
    "/v1/vidéos/1, /v1/vid%C3%A9os/1",
    "/v1/videos/1#part, /v1/videos/1",
  })
  void whatARequestLineCannotHoldIsMadeFitForIt(String target, String sent) {
    RequestUrl url = SERVER.withTarget(target);

    assertThat(url.target()).isEqualTo(sent);
    assertThat(url.uri()).isEqualTo(URI.create(ROOT + target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a b",
        "/a\r\nX-Header: b",
        "/a%",
        "/a%2",
        "/a%zz",
        "/a\"b",
        "/a\\b",
        "/[a]",
        ".evil.example/x",
        ":80/x",
        "@evil.example/x",
        "v1"
      })
  void whatNoUrlHoldsIsRefused(String target) {
    assertThatThrownBy(() -> SERVER.withTarget(target))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsTheHostAlone() {
    assertThat(SERVER.withTarget("/v1/videos/secret?key=secret"))
        .hasToString("https://relay.example");
  }
}
