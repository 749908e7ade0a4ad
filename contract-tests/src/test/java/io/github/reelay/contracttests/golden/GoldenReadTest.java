package io.github.reelay.contracttests.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.json.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each golden is read, and written again as it was. */
class GoldenReadTest {
  private static final Path FOLDER = Root.path("contract-tests/src/test/resources/golden");

  static Stream<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void isReadAndWrittenAgain(Path golden) throws IOException {
    String text = Files.readString(golden);

    QueryResult read = CanonicalJson.read(text);

    assertThat(CanonicalJson.pretty(read)).isEqualTo(text.strip());
    assertThat(CanonicalJson.read(CanonicalJson.line(read))).isEqualTo(read);
  }

  @Test
  void theJarHasTheSchema() throws IOException {
    try (var schema = CanonicalJson.class.getResourceAsStream(CanonicalJson.SCHEMA)) {
      assertThat(schema).isNotNull();
      assertThat(schema.readAllBytes())
          .as("docs/schema/video-task.schema.json and its copy in the normalizer's resources")
          .isEqualTo(Files.readAllBytes(Root.path("docs/schema/video-task.schema.json")));
    }
  }
}
