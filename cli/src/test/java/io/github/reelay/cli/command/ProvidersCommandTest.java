package io.github.reelay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.CommandRunner;
import io.github.reelay.cli.ProviderNames;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.provider.toapis.ToapisDialect;
import org.junit.jupiter.api.Test;

class ProvidersCommandTest {
  /** Which of the providers it is. */
  private static final int TOAPIS = ProviderNames.all().indexOf("toapis");

  private static final String KEY = "sk-never-to-be-seen-4711";

  private final ProviderProfile toapis = new ToapisDialect().profile();
  private final CommandRunner runner = new CommandRunner();

  @Test
  void listsThemInATable() {
    CommandRunner.Result result = runner.run("providers");

    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.outLines().stream().map(line -> line.split(" {2,}")[0]))
        .startsWith("NAME")
        .endsWith(ProviderNames.all().toArray(String[]::new))
        .hasSize(1 + ProviderNames.all().size());
    assertThat(result.outLines().get(0).split(" {2,}"))
        .containsExactly(
            "NAME",
            "BASE URL",
            "DOCUMENTATION",
            "LAST VERIFIED",
            "FIRST QUERY",
            "INTERVAL",
            "GIVES UP",
            "KEY");
    assertThat(result.outLines().get(1 + TOAPIS).split(" {2,}"))
        .containsExactly(
            "toapis",
            toapis.baseUrl().toString(),
            toapis.documentation().toString(),
            toapis.lastVerified().toString(),
            "after 5 s",
            "10 s",
            "after 10 min",
            "REELAY_TOAPIS_API_KEY (not set)");
  }

  @Test
  void alignsTheColumns() {
    assertThat(runner.run("providers").outLines())
        .allMatch(line -> line.substring(0, 17).matches("[^ ]+ {2,}[^ ]"), "has a URL in column 17")
        .hasSize(1 + ProviderNames.all().size());
  }

  @Test
  void saysWhetherAKeyIsSetAndNeverItsValue() {
    runner.env.put("REELAY_TOAPIS_API_KEY", KEY);
    runner.env.put("REELAY_22CODEX_API_KEY", " ");

    CommandRunner.Result table = runner.run("providers");
    CommandRunner.Result json = runner.run("providers", "--json");

    assertThat(table.out())
        .contains("REELAY_TOAPIS_API_KEY (set)", "REELAY_22CODEX_API_KEY (not set)");
    assertThat(json.out())
        .contains("\"keyVariable\":\"REELAY_TOAPIS_API_KEY\",\"keySet\":true}")
        .contains("\"keyVariable\":\"REELAY_22CODEX_API_KEY\",\"keySet\":false}");
    assertThat(table.out() + json.out()).doesNotContain(KEY);
  }

  @Test
  void showsTheBaseUrlOfTheEnvironment() {
    runner.env.put("REELAY_TOAPIS_BASE_URL", "http://127.0.0.1:9/toapis/");

    assertThat(runner.run("providers").outLines().get(1 + TOAPIS))
        .startsWith("toapis          http://127.0.0.1:9/toapis  ");
  }

  @Test
  void listsThemAsJsonLines() {
    CommandRunner.Result result = runner.run("providers", "--json");

    assertThat(result.outLines()).hasSameSizeAs(ProviderNames.all());
    assertThat(result.outLines().get(TOAPIS))
        .isEqualTo(
            "{\"name\":\"toapis\",\"baseUrl\":\"%s\",\"documentation\":\"%s\",\"lastVerified\":\"%s\","
                    .formatted(toapis.baseUrl(), toapis.documentation(), toapis.lastVerified())
                + "\"firstQuerySeconds\":5,\"intervalSeconds\":10,\"givesUpAfterSeconds\":600,"
                + "\"keyVariable\":\"REELAY_TOAPIS_API_KEY\",\"keySet\":false}");
  }
}
