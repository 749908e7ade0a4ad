package io.github.reelay.contracttests.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.GeneratedClient;
import io.github.reelay.mapping.ProviderFacts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of providers says what their documents say. */
class ProviderTableTest {
  private static final Path ROOT = Path.of("..");
  private static final String SPECS = "api-specs/src/main/resources/io/github/reelay/specs/";
  private static final String HEAD =
      """
      | provider | contract | query | documented states | last verified |
      |---|---|---|---|---|
      """;

  @Test
  void showsEachProviderAsItsDocumentDoes() throws IOException {
    PageTable.requireEqual("README.md", "providers", table());
  }

  private static String table() {
    List<ProviderFacts> providers = new ArrayList<>();
    for (GeneratedClient<?> client : ServiceLoader.load(GeneratedClient.class)) {
      providers.add(client.mapping().provider());
    }
    providers.sort(Comparator.comparing(ProviderFacts::name));
    assertThat(providers).hasSizeGreaterThan(3);
    return HEAD + providers.stream().map(ProviderTableTest::row).collect(Collectors.joining());
  }

  private static String row(ProviderFacts provider) {
    String document = provider.name() + ".yaml";
    String words =
        Stream.of(CanonicalStatus.values())
            .flatMap(status -> provider.words().getOrDefault(status, List.of()).stream())
            .collect(Collectors.joining(", "));
    assertThat(ROOT.resolve(SPECS + document)).exists();
    return "| %s | [%s](%s) | `GET %s` | %s | %s |\n"
        .formatted(
            provider.name(),
            document,
            SPECS + document,
            provider.path(),
            words,
            provider.lastVerified());
  }
}
