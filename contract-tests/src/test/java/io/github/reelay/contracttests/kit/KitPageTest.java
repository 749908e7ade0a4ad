package io.github.reelay.contracttests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page on verification in CI shows the consumer's own test, and a workflow that is YAML. */
class KitPageTest {
  private static final String CONSUMER = "consumers/contract-kit/";

  private final String page;

  KitPageTest() throws IOException {
    page = Files.readString(Root.path("docs/contract-verification-in-ci.md"));
  }

  @Test
  void theClassIsThatOfTheConsumer() throws IOException {
    String test =
        Files.readString(Root.path(CONSUMER + "src/test/java/example/MyProviderTest.java"));

    assertThat(blocks("java"))
        .containsExactly(test.substring(test.indexOf("class MyProviderTest")));
  }

  @Test
  void theWorkflowRunsTheConsumersCommandOnItsDocument() {
    JsonNode workflow = Yaml.read(blocks("yaml").get(0));

    assertThat(workflow.fieldNames())
        .toIterable()
        .containsExactly("name", "on", "permissions", "jobs");
    assertThat(workflow.get("jobs").fieldNames()).toIterable().containsExactly("verify", "live");
    assertThat(blocks("yaml").get(0))
        .contains("git show origin/main:my-provider.yaml > baseline/my-provider.yaml")
        .contains("mvn -B --no-transfer-progress verify");
    assertThat(Root.path(CONSUMER + "my-provider.yaml")).exists();
    assertThat(Root.path(CONSUMER + "baseline/my-provider.yaml")).exists();
  }

  private List<String> blocks(String language) {
    List<String> blocks = new ArrayList<>();
    String[] parts = page.split("```" + language + "\n");
    for (int i = 1; i < parts.length; i++) {
      blocks.add(parts[i].substring(0, parts[i].indexOf("```")));
    }
    return blocks;
  }
}
