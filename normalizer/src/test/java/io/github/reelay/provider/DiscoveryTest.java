package io.github.reelay.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.network.NetworkSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** When the providers on the class path are looked for. */
class DiscoveryTest {
  private final List<String> made = new ArrayList<>();

  private Providers discover(Function<Dialect, ProviderBuilder> builder) {
    return Providers.discover(
        Map.of(),
        NetworkSettings.defaults(),
        dialect -> {
          made.add(dialect.profile().name());
          return builder.apply(dialect);
        });
  }

  private static List<String> installed() {
    List<String> names = new ArrayList<>();
    Dialect.installed().forEach(dialect -> names.add(dialect.profile().name()));
    return names;
  }

  @DisplayName("A provider is made when it is needed, and so are those that come before it")
  @Test
  void makesWhatIsAskedFor() {
    List<String> names = installed();
    try (Providers providers = discover(Provider::builder)) {
      assertThat(made).isEmpty();

      Provider second = providers.get(names.get(1));

      assertThat(made).containsExactlyElementsOf(names.subList(0, 2));
      assertThat(providers.get(names.get(1))).isSameAs(second);
      assertThat(providers.all()).hasSameSizeAs(names).contains(second);
      assertThat(made).containsExactlyElementsOf(names);
    }
  }

  @DisplayName("Two of one name are refused by what needs all, also when it is needed again")
  @Test
  void refusesTheSameNameTwice() {
    try (Providers providers = discover(dialect -> Provider.builder(dialect).name("same"))) {
      assertThat(providers.get("same").name()).isEqualTo("same");

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(providers::all)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("expected different names, found two providers named 'same'");
        assertThatThrownBy(() -> providers.get("other")).hasMessageContaining("'same'");
      }
    }
  }

  @DisplayName("What is needed after closing is closed too: it opens nothing")
  @Test
  void closesLateOnes() throws IOException {
    String name = installed().get(0);
    try (StubServer server = StubServer.start()) {
      Map<String, String> environment =
          Map.of(
              EnvironmentVariables.key(name),
              "k1",
              EnvironmentVariables.baseUrl(name),
              server.uri("").toString());
      Providers providers = Providers.discover(environment);
      providers.close();

      QueryResult late = providers.get(name).query("t1");

      assertThat(((QueryResult.Failed) late).failure().kind()).isEqualTo(FailureKind.UNREACHABLE);
      assertThat(server.requests).isEmpty();
    }
  }

  @DisplayName("A thread whose class loader sees nothing finds what the one that began could see")
  @Test
  void remembersTheClassLoader() throws Exception {
    List<String> names = installed();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Providers providers = discover(Provider::builder);
        URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      thread.setContextClassLoader(empty);

      assertThat(providers.all())
          .extracting(Provider::name)
          .containsExactlyInAnyOrderElementsOf(names);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @DisplayName("Dialects with a class of this module need no search, and keep their places")
  @Test
  void findsItsOwnWithoutASearch() throws Exception {
    List<Class<?>> installed = new ArrayList<>();
    Dialect.installed().forEach(dialect -> installed.add(dialect.getClass()));
    List<Class<?>> first = new ArrayList<>();
    new OwnDialectsFirst().forEachRemaining(dialect -> first.add(dialect.getClass()));
    List<Class<?>> withoutASearch = new ArrayList<>();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
      thread.setContextClassLoader(empty);
      new OwnDialectsFirst().forEachRemaining(dialect -> withoutASearch.add(dialect.getClass()));
    } finally {
      thread.setContextClassLoader(before);
    }

    assertThat(first).containsExactlyElementsOf(installed);
    assertThat(withoutASearch)
        .containsExactlyElementsOf(
            installed.stream()
                .filter(type -> type.getPackageName().startsWith("io.github.reelay.provider."))
                .toList());
  }

  @DisplayName("A malformed base URL is refused at once, whichever provider it is for")
  @Test
  void refusesAMalformedBaseUrlAtOnce() {
    for (String variable : List.of("REELAY_NEW_API_BASE_URL", "REELAY_NOBODY_BASE_URL")) {
      assertThatThrownBy(() -> Providers.discover(Map.of(variable, "no url")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected a base URL")
          .hasMessageContaining(" in " + variable);
    }
  }
}
