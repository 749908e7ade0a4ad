package io.github.reelay.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.reelay.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The golden files of some responses.
 *
 * @param folder where they are
 * @param responses each has one
 */
record GoldenFiles(Path folder, List<SavedFile> responses) {
  private static final String REWRITE = "golden.rewrite";
  private static final String ENDING = ".json";

  Stream<DynamicTest> tests() {
    return Stream.concat(
        responses.stream().map(each -> dynamicTest(each.name(), () -> compare(each))),
        Stream.of(dynamicTest("no golden file is left over", this::requireNoOther)));
  }

  private void compare(SavedFile response) throws IOException {
    Path file = folder.resolve(response.name() + ENDING);
    String json = CanonicalJson.pretty(response.result()) + "\n";
    if (Boolean.getBoolean(REWRITE)) {
      Files.createDirectories(folder);
      Files.writeString(file, json);
      throw new AssertionError(
          "wrote " + file + "; look at the difference, and run again without -D" + REWRITE);
    }
    if (!Files.exists(file)) {
      throw new AssertionError(
          "expected the golden file %s, found none; write it by -D%s=true, and read it"
              .formatted(file, REWRITE));
    }
    assertEquals(
        Files.readString(file).replace("\r\n", "\n"),
        json,
        () -> response.name() + " is read otherwise than " + file + " says");
  }

  private void requireNoOther() throws IOException {
    if (!Files.isDirectory(folder)) {
      return; // the test of each response says that its golden file is missing
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> known = responses.stream().map(each -> each.name() + ENDING).toList();
      List<String> others =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(ENDING) && !known.contains(name))
              .sorted()
              .toList();
      if (!others.isEmpty()) {
        throw new AssertionError(
            "expected a response for each golden file in %s, found none for %s; delete them"
                .formatted(folder, others));
      }
    }
  }
}
