package io.github.reelay.internal.download.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URISyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://h/s//dbl/a, b.mp4?q=%2F, https://h/s//dbl/b.mp4?q=%2F",
    "https://h/s/a, sub//file.mp4, https://h/s/sub//file.mp4",
    "https://h/s/a, ../../../up.mp4, https://h/up.mp4",
    "https://h/s/t/a, ../b.mp4#f, https://h/s/b.mp4#f",
    "https://h/s/a, ./b.mp4, https://h/s/b.mp4",
    "https://h/s//a, ../b, https://h/s/b",
    "https://h/s/t/a, .., https://h/s/",
    "https://h/s/a, ., https://h/s/",
    "https://h/s/a?x, ?y=1, https://h/s/a?y=1",
    "https://h, b.mp4, https://h/b.mp4",
    "https://h?x, b.mp4, https://h/b.mp4",
    "https://h_x:8/s/a, b%2Fc.mp4, https://h_x:8/s/b%2Fc.mp4",
    "https://h/s/a, /x//y/../z?q, https://h/x//y/../z?q",
    "https://h/s/a, //other//x, https://other//x",
    "https://h/s/a, http://other/x//../y, http://other/x//../y",
    "https://h/s/a, #f, https://h/s/a#f"
  })
  void isResolvedWithoutAnyOtherChange(URI base, String location, String url)
      throws URISyntaxException {
    assertThat(RelativeUrl.resolve(base, location)).hasToString(url);
  }

  @Test
  void refusesWhatIsNoLocation() {
    URI base = URI.create("https://h/s/a");

    assertThatThrownBy(() -> RelativeUrl.resolve(base, "")).isInstanceOf(URISyntaxException.class);
    assertThatThrownBy(() -> RelativeUrl.resolve(base, "a:b c"))
        .isInstanceOf(URISyntaxException.class);
  }
}
