package io.github.reelay.internal.pointer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPointersTest {
  @Test
  void hasNoNamesForTheWholeDocument() {
    assertThat(JsonPointers.tokens("")).isEmpty();
  }

  @Test
  void givesTheNamesBetweenSlashes() {
    assertThat(JsonPointers.tokens("/data/0/url")).containsExactly("data", "0", "url");
    assertThat(JsonPointers.lastToken("/data/0/url")).isEqualTo("url");
  }

  @Test
  void keepsEmptyNames() {
    assertThat(JsonPointers.tokens("/")).containsExactly("");
    assertThat(JsonPointers.tokens("/a//")).containsExactly("a", "", "");
    assertThat(JsonPointers.lastToken("/a/")).isEmpty();
  }

  @Test
  void unescapesWhatIsBelow() {
    for (String name : List.of("a/b", "~1", "~0", "/~", "v1/videos/{id}", "plain")) {
      String pointer = JsonPointers.below("/paths", name);

      assertThat(JsonPointers.tokens(pointer)).containsExactly("paths", name);
      assertThat(JsonPointers.lastToken(pointer)).isEqualTo(name);
    }
  }
}
