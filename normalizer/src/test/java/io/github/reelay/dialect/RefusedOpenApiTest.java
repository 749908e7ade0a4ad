package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenAPI documents whose vocabulary is misspelt are refused, where it would silently say nothing.
 */
class RefusedOpenApiTest {
  private static final String TOAPIS = text().replace("x-provider: toapis", "x-provider: my");

  private static String text() {
    try (InputStream in =
        RefusedOpenApiTest.class.getResourceAsStream("/io/github/reelay/specs/toapis.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static int lineOf(String text, String part) {
    return (int) text.substring(0, text.indexOf(part)).lines().count();
  }

  @ParameterizedTest
  @CsvSource({
    "x-means, x-mean",
    "x-polling, x-poling",
    "x-reelay, x-relay",
    "x-validity, x-valdity"
  })
  void aMisspeltKeywordIsRefusedWithThoseThatExist(String keyword, String misspelt) {
    String text = TOAPIS.replaceFirst(keyword + ":", misspelt + ":");

    assertThatThrownBy(() -> Dialect.parse("my.yaml", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "my.yaml: line "
                + lineOf(text, misspelt + ":")
                + ": expected one of the keywords x-provider, x-last-verified, x-polling,"
                + " x-validity, x-video-format, x-envelope, x-unknown-task, x-reelay,"
                + " x-reelay-inside, x-means, x-known-values, x-unset, x-present-on, x-unit,"
                + " x-time, x-shape, x-facts, x-inferred, found '"
                + misspelt
                + "'; did you mean "
                + keyword
                + "?");
  }

  @ParameterizedTest
  @CsvSource({
    "video.url, video.ulr",
    "createdAt, created_at",
    "progress.percent, progress.precent"
  })
  void aMisspeltValueIsRefusedWithItsPlace(String value, String misspelt) {
    String text = TOAPIS.replaceFirst("x-reelay: " + value, "x-reelay: " + misspelt);

    assertThatThrownBy(() -> Dialect.parse("my.yaml", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("my.yaml /components/schemas/")
        .hasMessageContaining("/x-reelay: expected one of id, ")
        .hasMessageEndingWith(", found '" + misspelt + "'; did you mean " + value + "?");
  }

  @Test
  void aKeywordOfSomebodyElseIsLeftAlone() {
    String text = TOAPIS.replaceFirst("x-means:", "x-codegen-note: none\n          x-means:");

    assertThat(Dialect.parse("my.yaml", text).profile().name()).isEqualTo("my");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1",
        "ftp://toapis.com",
        "https://u:p@toapis.com",
        "https://toapis.com/?a=1",
        "https://toapis.com:70000",
        "mailto:a@toapis.com",
        "https://u:secret@["
      })
  void anAddressThatNoQueryCanBeSentToIsRefused(String url) {
    String text = TOAPIS.replace("- url: https://toapis.com", "- url: " + url);

    assertThatThrownBy(() -> Dialect.parse("my.yaml", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "my.yaml /servers/0/url: expected a base URL such as https://provider.example, found"
                + " one that is not http or https, has no host, has a port that is not from 1 to"
                + " 65535, or has user information, a query or a fragment");
  }

  @Test
  void theNameOfAReleasedProviderIsRefused() {
    assertThatThrownBy(() -> Dialect.parse("toapis.yaml", text()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "toapis.yaml: expected a name of its own, found 'toapis', which would get the key of"
                + " the provider toapis; choose another name");
  }
}
