package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.Reelay;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.network.NetworkSettings;
import io.github.reelay.provider.Providers;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The snippet of docs/a-provider-without-code.md. */
class LoadedDialectSnippetTest {
  private static final Path FILE = Path.of("../docs/dialects/data-output.yaml");

  @Test
  void queriesAProviderThatOnlyADocumentDescribes() throws IOException {
    LoadedDialect dialect = (LoadedDialect) Dialect.load(FILE);
    try (Sandbox sandbox =
        Sandbox.builder()
            .stepByQueries(0, 0)
            .places(dialect.facts(), dialect.places(), dialect.content())
            .start()) {
      Map<String, String> environment =
          Map.of(
              "REELAY_DATA_OUTPUT_BASE_URL", sandbox.baseUrl("data-output").toString(),
              "REELAY_DATA_OUTPUT_API_KEY", sandbox.apiKey("data-output"));

      assertThat(task(FILE, environment).status()).isEqualTo(TaskStatus.SUCCEEDED);
    }
  }

  private static VideoTask task(Path file, Map<String, String> environment) throws IOException {
    // snippet:loaded-dialect
    Dialect dialect = Dialect.load(file);
    NetworkSettings network = NetworkSettings.ofEnvironment(environment); // System.getenv()
    Providers providers = Providers.discover(environment, network, List.of(dialect));
    try (Reelay reelay = Reelay.builder().providers(providers).build()) {
      return reelay.query("data-output:ok-1");
    }
    // end
  }
}
