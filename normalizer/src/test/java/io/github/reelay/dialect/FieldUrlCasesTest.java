package io.github.reelay.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.json.CanonicalJson;
import io.github.reelay.json.SavedResponse;
import io.github.reelay.json.SavedResponseJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Responses as people report them: URLs that clients do fetch, and where they stand. */
class FieldUrlCasesTest {

  /** The name, the line and the canonical JSON of each case. */
  static List<Arguments> cases() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                FieldUrlCasesTest.class.getResourceAsStream("field-url-cases.jsonl"),
                StandardCharsets.UTF_8))) {
      return lines.lines().map(FieldUrlCasesTest::arguments).toList();
    }
  }

  private static Arguments arguments(String line) {
    Map<String, Object> members = new Yaml(new SafeConstructor(new LoaderOptions())).load(line);
    return Arguments.of(members.get("name"), line, members.get("canonical"));
  }

  @DisplayName("A case from the field has the canonical JSON that its user needs")
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void reads(String name, String line, String canonical) {
    SavedResponse saved = SavedResponseJson.parse(line);
    Dialect dialect =
        SampleResponses.ALL.stream()
            .filter(one -> one.profile().name().equals(saved.provider()))
            .findFirst()
            .orElseThrow();

    assertThat(CanonicalJson.line(SampleResponses.read(dialect, saved.id(), saved.response())))
        .isEqualTo(canonical);
  }
}
