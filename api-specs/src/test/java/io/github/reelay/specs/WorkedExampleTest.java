package io.github.reelay.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.lint.evolution.Repository;
import io.github.reelay.lint.facts.FactFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The renamed member of docs/contracts.md: the page shows what the gate and the facts print. */
class WorkedExampleTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String SPECS = "api-specs/src/main/resources/io/github/reelay/specs";
  private static final String RELEASED = "api-specs/baseline";
  private static final String FILE = "xingchaoyiqing.yaml";

  @TempDir private Path root;

  /** The documents, released as they are, and then the one with the renamed member. */
  @BeforeEach
  void renameTheMember() throws IOException {
    copy(SPECS, SPECS);
    copy(SPECS + "/facts", SPECS + "/facts");
    copy(SPECS, RELEASED);
    Files.writeString(root.resolve(RELEASED + "/waivers.yaml"), "waivers: []\n");
    Files.writeString(root.resolve("CHANGELOG.md"), "## Unreleased\n");
    Path document = root.resolve(SPECS + "/" + FILE);
    String text = Files.readString(document);
    Files.writeString(document, text.replace("video_url", "download_url"));
  }

  @Test
  void theGatePrintsWhatThePageShows() throws IOException {
    Repository repository = new Repository(root, SPECS, RELEASED, "CHANGELOG.md");

    assertThat(shown("1. The evolution gate")).isEqualTo(oneLine(repository.problems()));
  }

  @Test
  void theFactsPrintWhatThePageShows() throws IOException {
    List<String> problems = new FactFolder(root.resolve(SPECS)).problems();

    assertThat(shown("2. The facts")).isEqualTo(oneLine(problems.subList(0, 2)));
    assertThat(problems).hasSize(2 * 5);
  }

  /** The first block of a step, without its line breaks. */
  private static String shown(String step) throws IOException {
    String page = Files.readString(ROOT.resolve("docs/contracts.md"));
    Matcher block =
        Pattern.compile("\\*\\*" + step + "\\*\\*.*?\\n```\\n(.*?)\\n```", Pattern.DOTALL)
            .matcher(page);
    assertThat(block.find()).as(step).isTrue();
    return oneLine(List.of(block.group(1)));
  }

  private static String oneLine(List<String> texts) {
    return String.join(" ", texts).replaceAll("\\s+", " ").strip();
  }

  private void copy(String from, String to) throws IOException {
    Files.createDirectories(root.resolve(to));
    try (Stream<Path> files = Files.list(ROOT.resolve(from))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, root.resolve(to).resolve(file.getFileName()));
      }
    }
  }
}
