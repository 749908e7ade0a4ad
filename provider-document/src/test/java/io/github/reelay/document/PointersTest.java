package io.github.reelay.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointersTest {
  @Test
  void hasNoNamesForTheWholeDocument() {
    assertThat(Pointers.tokens("")).isEmpty();
  }

  @Test
  void givesTheNamesBetweenSlashes() {
    assertThat(Pointers.tokens("/data/0/url")).containsExactly("data", "0", "url");
    assertThat(Pointers.lastToken("/data/0/url")).isEqualTo("url");
  }

  @Test
  void keepsEmptyNames() {
    assertThat(Pointers.tokens("/")).containsExactly("");
    assertThat(Pointers.tokens("/a//")).containsExactly("a", "", "");
    assertThat(Pointers.lastToken("/a/")).isEmpty();
  }

  @Test
  void unescapesWhatIsBelow() {
    for (String name : List.of("a/b", "~1", "~0", "/~", "v1/videos/{id}", "plain")) {
      String pointer = Pointers.below("/paths", name);

      assertThat(Pointers.tokens(pointer)).containsExactly("paths", name);
      assertThat(Pointers.lastToken(pointer)).isEqualTo(name);
    }
  }
}
