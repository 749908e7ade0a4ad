package io.github.reelay.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.reelay.cli.saved.Dialects;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.provider.MissingKeyException;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command says by itself is what the normalizer says. */
class NamesTest {
  @Test
  void variablesAreThoseThatTheNormalizerReads() {
    for (Dialect dialect : Dialect.installed()) {
      String name = dialect.profile().name();
      Map<String, String> env = Map.of(EnvironmentVariables.baseUrl(name), "http://127.0.0.1:9/x");
      try (Providers providers = Providers.discover(env)) {
        Provider provider = providers.get(name);

        assertThat(provider.baseUrl()).hasToString("http://127.0.0.1:9/x");
        assertThat(catchThrowable(() -> provider.query("a")))
            .isInstanceOf(MissingKeyException.class)
            .hasMessageContaining(" in " + EnvironmentVariables.key(name) + " or ");
      }
    }
  }

  @Test
  void anUnknownProviderIsReportedInTheSameWords() {
    try (Providers providers = Providers.discover(Map.of())) {
      Throwable theirs = catchThrowable(() -> providers.get("sora"));

      assertThat(catchThrowable(() -> new Dialects().get("sora"))).hasMessage(theirs.getMessage());
    }
  }
}
