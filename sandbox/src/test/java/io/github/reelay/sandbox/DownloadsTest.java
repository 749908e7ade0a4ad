package io.github.reelay.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadsTest {
  private static final int LENGTH = 17_993;
  private static final Pattern VIDEO_URL = Pattern.compile("http[^\"]*/1\\.mp4\\?[^\"]*");

  private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-21T10:00:00.9Z"));
  private final Sandbox sandbox = Sandbox.builder().clock(clock).stepByQueries(0, 0).start();
  private final SandboxClient client = new SandboxClient(sandbox);
  private String address = "";
  private String whole = "";

  @BeforeEach
  void download() {
    address =
        String.valueOf(Json.at(client.query("toapis", "a b/ä-1").body(), "result/data/0/url"));
    whole = SandboxClient.get(address).body();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void theVideoIsAnMp4AndNeedsNoKey() {
    HttpResponse<String> response = SandboxClient.get(address);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("video/mp4");
    assertThat(response.headers().firstValue("Content-Length")).hasValue("" + LENGTH);
    assertThat(response.headers().firstValue("Accept-Ranges")).hasValue("bytes");
    assertThat(response.body())
        .hasSize(LENGTH)
        .startsWith("\0\0\0 ftypisom")
        .contains("moov", "mdat");
  }

  @Test
  void theBoxesFillTheFile() {
    byte[] bytes = whole.getBytes(ISO_8859_1);
    StringBuilder boxes = new StringBuilder();
    int at = 0;
    while (at < bytes.length) {
      boxes.append(whole, at + 4, at + 8).append(' ');
      at += ByteBuffer.wrap(bytes, at, 4).getInt();
    }

    assertThat(at).isEqualTo(LENGTH);
    assertThat(boxes).hasToString("ftyp moov free mdat ");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=100-199, 100, 199",
    "bytes=17000-, 17000, 17992",
    "bytes=17000-99999999999, 17000, 17992",
    "bytes=-10, 17983, 17992",
    "bytes=-99999, 0, 17992",
  })
  void aRangeGetsItsPart(String range, int first, int last) {
    HttpResponse<String> response = SandboxClient.get(address, "Range", range);

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.headers().firstValue("Content-Range"))
        .hasValue("bytes %d-%d/%d".formatted(first, last, LENGTH));
    assertThat(response.body()).isEqualTo(whole.substring(first, last + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=17993-", "bytes=99999-100000", "bytes=-0"})
  void aRangeOutsideTheFileIsRefused(String range) {
    HttpResponse<String> response = SandboxClient.get(address, "Range", range);

    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("Content-Range")).hasValue("bytes */17993");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "words=0-1"})
  void aRangeThatIsNotUnderstoodIsIgnored(String range) {
    HttpResponse<String> response = SandboxClient.get(address, "Range", range);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(whole);
  }

  @Test
  void aRangeCountsOnlyForTheFileThatWasBegun() {
    String tag = SandboxClient.get(address).headers().firstValue("ETag").orElseThrow();

    assertThat(tag).matches("\"[0-9a-f]+\"");
    assertThat(SandboxClient.get(address, "Range", "bytes=5-", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(SandboxClient.get(address, "Range", "bytes=5-", "If-Range", "\"other\"").body())
        .isEqualTo(whole);
  }

  @Test
  void headStatesTheLengthAndSendsNothing() {
    HttpResponse<String> response = SandboxClient.send("HEAD", address, "Range", "bytes=5-");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Length")).hasValue("" + LENGTH);
    assertThat(response.headers().firstValue("ETag")).isPresent();
    assertThat(response.body()).isEmpty();
  }

  @Test
  void anotherMethodIsRefused() {
    HttpResponse<String> response = SandboxClient.send("DELETE", address);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void anAddressThatWasNotGivenOutIsRefused() {
    String unsigned = address.substring(0, address.indexOf('?'));
    String stretched = address.replaceFirst("expires=\\d+", "expires=99999999999");
    String elsewhere = address.replace("/1.mp4", "/2.mp4");

    for (String wrong : new String[] {unsigned, stretched, elsewhere, address + "0"}) {
      assertThat(SandboxClient.get(wrong).statusCode()).isEqualTo(403);
    }
    assertThat(SandboxClient.get(unsigned).body())
        .isEqualTo(
            "reelay sandbox: expected an address as the task's response shows it, found another\n");
  }

  @Test
  void anAddressDiesAfterADay() {
    clock.advance(Duration.ofHours(24).minusSeconds(1));
    int lastStatus = SandboxClient.get(address).statusCode();
    clock.advance(Duration.ofSeconds(1));
    HttpResponse<String> dead = SandboxClient.get(address);

    assertThat(lastStatus).isEqualTo(200);
    assertThat(dead.statusCode()).isEqualTo(410);
    assertThat(dead.body())
        .isEqualTo("reelay sandbox: this address has expired; query the task again\n");
  }

  @ParameterizedTest
  @MethodSource("io.github.reelay.sandbox.SandboxClient#providers")
  void everyProviderServesTheSameBytes(String provider) {
    Matcher url = VIDEO_URL.matcher(client.query(provider, "sora-2:ok-1").body());

    assertThat(url.find()).isTrue();
    assertThat(SandboxClient.get(url.group()).body()).isEqualTo(whole);
  }
}
