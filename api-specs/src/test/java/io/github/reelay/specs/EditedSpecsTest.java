package io.github.reelay.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.ContractLint;
import io.github.reelay.lint.facts.FactFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own documents and registers with one mistake each. */
class EditedSpecsTest {
  private static final Path SPECS =
      Path.of("").toAbsolutePath().resolve("src/main/resources/io/github/reelay/specs");

  @TempDir private Path folder;

  @BeforeEach
  void copyTheSpecs() throws IOException {
    try (Stream<Path> files = Files.walk(SPECS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SPECS.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void aLeafOfADocumentedSample() throws IOException {
    edit("22codex.yaml", "n_frames: 450", "n_frames: 45");
    fails(
        "expected /detail/pending_info/n_frames of the example 'running' in 22codex.yaml to be"
            + " 450");
  }

  @Test
  void aDecimalOfADocumentedSample() throws IOException {
    edit("22codex.yaml", "created_at: 1759763631.222531", "created_at: 1759763631.222530");
    fails(
        "/detail/draft_info/created_at of the example 'completed' in 22codex.yaml to be"
            + " 1759763631");
  }

  @Test
  void aNullOfADocumentedSample() throws IOException {
    edit("22codex.yaml", "                          unfurl: null\n", "");
    fails("of the example 'completed' in 22codex.yaml to be the members [md, gif, source, unfurl");
  }

  @Test
  void aWordOfTheToapisSample() throws IOException {
    edit(
        "toapis.yaml",
        "status: queued\n                    progress: 0",
        "status: queued\n                    progress: 1");
    fails("expected /progress of the example 'queued' in toapis.yaml to be 0");
  }

  @Test
  void aSampleAndTheExampleTogetherAgainstTheFact() throws IOException {
    edit("22codex.yaml", "n_frames: 450", "n_frames: 45");
    edit("facts/22codex.yaml", "\n        n_frames: 450", "\n        n_frames: 45");
    fails("expected 450 at /detail/pending_info/n_frames of the sample 'running'", "for C40");
  }

  @Test
  void aFigureOfAFact() throws IOException {
    edit("facts/xingchaoyiqing.yaml", "works for one day.", "works for one week.");
    fails("expected X34 of facts/xingchaoyiqing.yaml to say 'address video works one day'");
  }

  @Test
  void aWordOfEvidence() throws IOException {
    edit("facts/toapis.yaml", "has the number 404 as code", "has the number 405 as code");
    fails("expected TE5 of facts/toapis.yaml to say");
  }

  @Test
  void twoFactsThatChangePlaces() throws IOException {
    edit("toapis.yaml", "x-facts: [T23, T30]", "x-facts: [T22, T30]");
    edit("toapis.yaml", "x-facts: [T22, T30, T37]", "x-facts: [T23, T30, T37]");
    fails(
        "expected GenerationTask.model in toapis.yaml to cite T23",
        "expected GenerationTask.progress in toapis.yaml to cite T22");
  }

  @Test
  void aStateOfADocumentedWord() throws IOException {
    edit("toapis.yaml", "queued: [queued, submitted]", "queued: [queued]");
    edit("toapis.yaml", "running: [in_progress]", "running: [in_progress, submitted]");
    fails("of GenerationTask.status in toapis.yaml for T38");
  }

  @Test
  void aPresenceThatAFactDocuments() throws IOException {
    String text = Files.readString(folder.resolve("toapis.yaml"));
    int at = text.indexOf("        completed_at:\n          type: integer");
    Files.writeString(
        folder.resolve("toapis.yaml"),
        text.substring(0, at) + text.substring(at).replaceFirst("x-unit: s", "x-unit: ms"));
    fails("expected x-unit \"s\" of GenerationTask.completed_at in toapis.yaml for T25");
  }

  @Test
  void whatTheGeneratorWouldTurnIntoCodeThatNobodyChose() throws IOException {
    edit(
        "toapis.yaml",
        "          required: true\n",
        "          required: true\n          style: matrix\n          allowReserved: true\n");
    edit(
        "toapis.yaml",
        "      operationId: getVideoTask\n",
        "      operationId: getVideoTask\n      deprecated: true\n");
    edit("toapis.yaml", "required: [id, status]", "required: [id, status, progress]");
    edit(
        "toapis.yaml",
        "              schema:\n                type: string\n              example: '30'",
        "              required: true\n"
            + "              schema:\n"
            + "                type: integer\n"
            + "                format: int64\n"
            + "              example: 30");
    lintFails(
        "/parameters/0/style: expected one of",
        "/parameters/0/allowReserved: expected one of",
        "/get/deprecated: expected one of",
        "/headers/Retry-After/required: expected one of",
        "/headers/Retry-After/schema/type: expected type string for Retry-After, found integer",
        "/GenerationTask/required/2: expected the id, the status or the envelope, found progress");
  }

  @Test
  void aUnionOrAPatternOfAnId() throws IOException {
    edit(
        "22codex.yaml",
        "          schema:\n            type: string\n          example: sora-2:",
        "          schema:\n"
            + "            type: string\n"
            + "            pattern: ^sora\n"
            + "          example: sora-2:");
    edit(
        "xingchaoyiqing.yaml",
        "          x-unit: s\n          x-present-on: [completed]",
        "          x-unit: s\n"
            + "          oneOf: [{type: number}, {type: string}]\n"
            + "          x-present-on: [completed]");
    lintFails(
        "/parameters/0/schema/pattern: expected one of format, type in the schema of a parameter",
        "/actualDuration/oneOf: expected no oneOf, found one; declare the one type that is read");
  }

  private void fails(String... parts) throws IOException {
    contain(new FactFolder(folder).problems(), parts);
  }

  private void lintFails(String... parts) throws IOException {
    contain(new ArrayList<>(ContractLint.lint(folder)), parts);
  }

  private static void contain(List<String> problems, String... parts) {
    for (String part : parts) {
      assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(part));
    }
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }
}
