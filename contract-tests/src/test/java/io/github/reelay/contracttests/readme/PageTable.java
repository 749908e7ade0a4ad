package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.reelay.contracttools.spec.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table of a page, between two comments, that is made from the documents. */
final class PageTable {
  private PageTable() {}

  /**
   * Compares what the page has between the comments of that name with what it should have. With
   * {@code -Dreadme.rewrite=true} it takes the table over instead.
   *
   * @param page a path from the root of the project
   * @throws AssertionError if they differ, or if the page was rewritten
   */
  static void requireEqual(String page, String name, String table) throws IOException {
    Path file = Root.path(page);
    String text = Files.readString(file);
    String before = "<!-- " + name + " -->\n";
    int begin = text.indexOf(before) + before.length();
    int end = text.indexOf("<!-- /" + name + " -->\n", begin);
    assertThat(end).as("%s has the comments of %s", page, name).isGreaterThan(begin);
    if (Boolean.getBoolean("readme.rewrite") && !text.substring(begin, end).equals(table)) {
      Files.writeString(file, text.substring(0, begin) + table + text.substring(end));
      fail(page + " was rewritten; look at the difference and run again without the option");
    }

    assertThat(text.substring(begin, end))
        .as("%s differs from the documents; rewrite it with -Dreadme.rewrite=true", page)
        .isEqualTo(table);
  }
}
