package io.github.reelay.internal.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.internal.address.Authority;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 8, item 11, as far as the text of a URL goes. */
class UrlsTest {
  private static final int ROUNDS = 30_000;

  /** RFC 3986, appendix A, in one expression: each part with what it may hold. */
  private static final Pattern GRAMMAR = grammar();

  private static Pattern grammar() {
    String name = "[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}";
    String path = "(?:" + name + "|[:@/])*+";
    String query = "(?:" + name + "|[:@/?])*+";
    String host = "\\[[0-9A-Fa-f:.]+]|(?:" + name + ")*+";
    String server = "//(?:(?:" + name + "|:)*@)?(?:" + host + ")(?::[0-9]*)?(?:/" + path + ")?";
    String rest = "(?:\\?" + query + ")?(?:#" + query + ")?";
    String absolute = "[A-Za-z][A-Za-z0-9+.-]*:(?:" + server + "|(?!//)" + path + ")";
    String relative = server + "|(?!//)(?![^/?#]*:)" + path;
    return Pattern.compile("(?:" + absolute + "|" + relative + ")" + rest);
  }

  @DisplayName("Each byte that RFC 3986 forbids where it stands is percent-encoded, and no other")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          https://v.example/my clip 01.mp4?sign=a%2Fb     | https://v.example/my%20clip%2001.mp4?sign=a%2Fb
          https://v.example/a?d=attachment; filename="c"  | https://v.example/a?d=attachment;%20filename=%22c%22
          https://v.example/100%.mp4?x=%zz&y=%4           | https://v.example/100%25.mp4?x=%25zz&y=%254
          https://v.example/%2f%2F/../%7e/./A             | https://v.example/%2f%2F/../%7e/./A
          https://v.example/a\\b?c\\d#e\\f                | https://v.example/a%5Cb?c%5Cd#e%5Cf
          https://v.example/a{b}[c]|https://v.example/a%7Bb%7D%5Bc%5D
          https://v.example/?a[]=1&b={c}^`<d>             | https://v.example/?a%5B%5D=1&b=%7Bc%7D%5E%60%3Cd%3E
          https://v.example/#a#b c                        | https://v.example/#a%23b%20c
          https://v.example/视频.mp4?名=é#😀              | https://v.example/%E8%A7%86%E9%A2%91.mp4?%E5%90%8D=%C3%A9#%F0%9F%98%80
          https://[::1]:8080/[::1]                        | https://[::1]:8080/%5B::1%5D
          https://[v.example]/                            | https://%5Bv.example%5D/
          https://v.example:80:90/                        | https://v.example%3A80:90/
          https://u:p@q@v.example/a@b:c                   | https://u:p%40q@v.example/a@b:c
          https://v.example\\@w.example/                  | https://v.example%5C@w.example/
          https://V_1.Example:0443/                       | https://V_1.Example:0443/
          HTTPS://例え.Example/                            | HTTPS://xn--r8jz45g.Example/
          https://straße.example/                         | https://stra%C3%9Fe.example/
          https://a／b.example/                           | https://a%EF%BC%8Fb.example/
          https://a b_c.example/                          | https://a%20b_c.example/
          /a b/c:d?e f                                    | /a%20b/c:d?e%20f
          ?a[0]=b c                                       | ?a%5B0%5D=b%20c
          //v.example/a b                                 | //v.example/a%20b
          ../a b.mp4                                      | ../a%20b.mp4
          10:30 clip.mp4                                  | 10%3A30%20clip.mp4
          :a/b:c                                          | %3Aa/b:c
          """)
  void encodesWhatIsForbidden(String text, String encoded) {
    assertThat(Urls.percentEncoded(text)).isEqualTo(encoded);
  }

  @DisplayName("Control characters and halves of surrogate pairs are encoded, wherever they stand")
  @ParameterizedTest
  @CsvSource({
    "'https://v.example/a\r\nX: y', https://v.example/a%0D%0AX:%20y",
    "'https://v.example/\ta\u0000?\u007f', https://v.example/%09a%00?%7F",
    "'https://v.example/\ud800a\udc00', https://v.example/%EF%BF%BDa%EF%BF%BD",
    "'https://v.example\n/a', https://v.example%0A/a",
    "'https://v.example/\u2028\u202e', https://v.example/%E2%80%A8%E2%80%AE",
    "'https:\u0001', https:%01"
  })
  void encodesControls(String text, String encoded) {
    assertThat(Urls.percentEncoded(text)).isEqualTo(encoded);
  }

  @DisplayName("What is legal comes back as the same object")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://v.example",
        "HTTP://V.Example:/%7Ea%2fb//./../c;d=1,2?x=%3d&y=/?:@!$'()*+#t?/%41",
        "https://user:pw%40@v.example:8080/",
        "https://[2001:db8::1.2.3.4]:443/a",
        "mailto:a@b.example?subject=x",
        "a/b:c",
        "//",
        "?",
        "#"
      })
  void keepsWhatIsLegal(String text) {
    assertThat(Urls.percentEncoded(text)).isSameAs(text);
  }

  @DisplayName("Random text becomes a legal URL, twice the same, and legal text does not change")
  @Test
  void everyTextBecomesLegal() {
    Random random = new Random(8_11);
    int legal = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = random(random);
      String encoded = Urls.percentEncoded(text);

      assertThat(GRAMMAR.matcher(encoded).matches()).as("<%s> of <%s>", encoded, text).isTrue();
      assertThat(Urls.percentEncoded(encoded)).isSameAs(encoded);
      if (GRAMMAR.matcher(text).matches()) {
        assertThat(encoded).isSameAs(text);
        legal++;
      } else {
        assertThat(encoded).isNotEqualTo(text);
      }
    }
    assertThat(legal).isBetween(ROUNDS / 20, ROUNDS / 2);
  }

  /** Short texts of the characters that mean something, of pieces of URLs, and of any others. */
  private static String random(Random random) {
    String[] pieces = {
      "http",
      "HTTPS",
      "://",
      "//",
      ":",
      "/",
      "?",
      "#",
      "@",
      "[",
      "]",
      "[::1]",
      "%",
      "%4",
      "%2f",
      "a",
      "Z",
      "9",
      ".",
      "_",
      "-",
      "~",
      "!",
      "'",
      "\"",
      " ",
      "\\",
      "|",
      "^",
      "`",
      "<",
      "{",
      "\n",
      "\t",
      "é",
      "视",
      "😀",
      "\ud83d",
      "\udc00",
      "\u202e",
      "\u0000",
      ":80",
      "v.example",
      "例え",
      "．",
      "／",
      "ß"
    };
    StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "https://" : "");
    int ascii = random.nextInt(2) == 0 ? 29 : pieces.length;
    for (int i = random.nextInt(8); i > 0; i--) {
      text.append(
          random.nextInt(20) == 0
              ? Character.toString((char) random.nextInt(0x10000))
              : pieces[random.nextInt(ascii)]);
    }
    return text.toString();
  }

  @DisplayName(
      "A usable URL is trimmed and encoded; its host may have an underscore, its scheme any case")
  @ParameterizedTest
  @CsvSource({
    "' `https://v.example/a b`', https://v.example/a%20b, v.example",
    "HTTPS://My_Bucket.Example:443/a, HTTPS://My_Bucket.Example:443/a, My_Bucket.Example",
    "http://a_b/, http://a_b/, a_b",
    "http://[::1]:1/, http://[::1]:1/, [::1]",
    "https://u:p@a_b:65535/, https://u:p@a_b:65535/, a_b",
    "https://v.example:00080/, https://v.example:00080/, v.example",
    "https://v.example:, https://v.example:, v.example",
    "https://例え.example/, https://xn--r8jz45g.example/, xn--r8jz45g.example"
  })
  void usable(String text, String url, String host) {
    URI usable = Urls.usable(text);

    assertThat(usable).hasToString(url);
    assertThat(Urls.host(usable)).isEqualTo(host);
    assertThat(Authority.of(usable.getRawAuthority()).user()).isEqualTo(url.contains("@"));
    assertThat(Urls.hasPossiblePort(usable)).isTrue();
  }

  @DisplayName("A host that nobody can look up, or a port that does not exist, is no usable URL")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https://.../",
        "https://a b/",
        "https://{host}/a",
        "https://v%2eexample/",
        "https://a!b/",
        "https://::1/",
        "https://[::g]/",
        "https://[1.2.3.4]/",
        "https://v.example:65536/",
        "https://a_b:99999/",
        "https://v.example:0/",
        "https://v.example:00/",
        "https://v.example:99999999999999999999/",
        "https://v.example:-1/",
        "https://v.example:8x/",
        "https://ß.example/",
        "https://@/"
      })
  void unusable(String text) {
    assertThat(Urls.usable(text)).isNull();
  }

  @DisplayName("Long hosts and ports take no time of note")
  @ParameterizedTest
  @ValueSource(strings = {"a", ".", "视", "9", ":", "@", "[", "%", "9:"})
  void isLinear(String piece) throws URISyntaxException {
    String text = "https://" + piece.repeat(100_000) + "!/";

    assertThat(Urls.usable(text)).isNull();
    assertThat(Urls.percentEncoded(text)).startsWith("https://");
  }
}
