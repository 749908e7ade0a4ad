package io.github.reelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The files of the page keep to its own policy. */
class PageFilesTest {
  private final PageFiles files = new PageFiles();

  private String text(String path) {
    return new String(files.get(path).bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void thePageLoadsNothingFromElsewhereAndHasNothingInline() {
    assertThat(text("/"))
        .doesNotContain("http:", "https:", "//", " style=", "<style", " onclick", "javascript:")
        .contains("<script src=\"page.js\" type=\"module\"></script>");
    assertThat(text("/page.css")).doesNotContain("url(", "@import", "http");
  }

  @Test
  void theScriptMakesNoMarkupOfText() {
    assertThat(text("/page.js"))
        .doesNotContain(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "Function(",
            "srcdoc",
            ".cssText",
            "DOMParser",
            "createContextualFragment");
  }
}
