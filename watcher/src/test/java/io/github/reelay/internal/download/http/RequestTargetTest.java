package io.github.reelay.internal.download.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.internal.download.AbortReason;
import io.github.reelay.internal.download.DownloadAbortedException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RequestTargetTest {

  @Test
  void followsNoRedirectFromTlsToPlainText() throws DownloadAbortedException {
    RequestTarget secure = RequestTarget.of(URI.create("https://cdn.example/a.mp4"));

    assertThatThrownBy(() -> secure.redirected("http://cdn.example/a.mp4"))
        .isInstanceOfSatisfying(
            DownloadAbortedException.class,
            aborted -> assertThat(aborted.reason()).isEqualTo(AbortReason.BAD_URL))
        .hasMessage(
            "expected an absolute http or https URL with a host, found one without"
                + " TLS in redirect 1 from cdn.example, which was requested over TLS");
    assertThat(secure.redirected("https://other.example/b").host()).isEqualTo("other.example");
    assertThat(secure.port()).isEqualTo(443);
  }

  @Test
  void namesNoTaskWhereAUrlIsUnfit() {
    assertThatThrownBy(() -> RequestTarget.of(URI.create("ftp://cdn.example/a.mp4?sig=secret")))
        .hasMessage(
            "expected an absolute http or https URL with a host, found one with another scheme");
  }
}
