package io.github.reelay.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.page.WatchPage;
import io.github.reelay.provider.Providers;
import io.github.reelay.task.TaskHandle;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** What the start of an application says of properties that it cannot use. */
@Timeout(60)
class WrongPropertiesTest {
  @TempDir private Path folder;

  private static FailureAnalysis analysis(ApplicationContextRunner runner) {
    FailureAnalysis[] found = new FailureAnalysis[1];
    runner.run(
        context -> found[0] = new PropertyFailureAnalyzer().analyze(context.getStartupFailure()));
    return found[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reelay.downloads.concurrency=0 | reelay.downloads.concurrency: expected concurrency of at least 1
          reelay.downloads.max-size=0B | reelay.downloads.max-size: expected maxBytes of at least 1
          reelay.downloads.stall-timeout=-1s | reelay.downloads.stall-timeout: expected stallTimeout of more than zero
          reelay.downloads.user-agent=ä | reelay.downloads.user-agent: expected
          reelay.downloads.headers.Host=secret | reelay.downloads.headers.Host: expected
          reelay.downloads.directory=pom.xml | reelay.downloads.directory: expected a place in the file system that can be used, found FileAlreadyExistsException at
          reelay.providers.toapis.deadline=0s | reelay.providers.toapis.deadline: expected deadline of more than zero, found PT0S
          reelay.providers.toapis.interval=-1s | reelay.providers.toapis.interval: expected
          reelay.providers.toapis.timeout=-1s | reelay.providers.toapis.timeout: expected
          reelay.providers.toapis.max-per-second=0 | reelay.providers.toapis.max-per-second: expected perSecond of at least 1
          reelay.providers.toapis.path=/v1/query | reelay.providers.toapis.path: expected
          reelay.providers.toapis.base-url=https://u:secret@a.example | expected a base URL such as https://provider.example in reelay.providers.toapis.base-url, found one that is not http or https, has no host, has a port that is not from 1 to 65535, or has user information, a query or a fragment
          reelay.providers.toapis.base-url=https://u:secret@[ | expected a base URL such as https://provider.example in reelay.providers.toapis.base-url, found one that is not http or https, has no host, has a port that is not from 1 to 65535, or has user information, a query or a fragment
          REELAY_TOAPIS_BASE_URL=none | expected a base URL such as https://provider.example in REELAY_TOAPIS_BASE_URL, found one that is not http or https, has no host, has a port that is not from 1 to 65535, or has user information, a query or a fragment
          reelay.providers.topais.api-key=secret | reelay.providers.topais: expected
          reelay.providers.twin.dialect=topais | reelay.providers.twin.dialect: expected
          reelay.providers.twin.dialect=toapis REELAY_TWIN_BASE_URL=https://u:secret@[ | REELAY_TWIN_BASE_URL: expected a base URL such as https://provider.example, found one that is not http or https, has no host, has a port that is not from 1 to 65535, or has user information, a query or a fragment
          reelay.network.proxy=secret:3128 | reelay.network.proxy: expected
          reelay.dialects=none.yaml | reelay.dialects: expected a place in the file system that can be used, found NoSuchFileException at none.yaml
          reelay.dialects=classpath:none.yaml | reelay.dialects: class path resource [none.yaml] cannot be opened
          reelay.store.file=none/open-tasks | reelay.store.file: expected a folder for the journal
          reelay.page.port=65536 | reelay.page.port: expected a port from 0 to 65535, found 65536
          """)
  void nameThePropertyAndNoSecret(String property, String sentence) {
    FailureAnalysis analysis =
        analysis(SandboxContext.plain().withPropertyValues(property.split(" ")));

    assertThat(analysis).isNotNull();
    assertThat(analysis.getDescription()).startsWith(sentence).doesNotContain("secret");
    assertThat(analysis.getAction())
        .isEqualTo("Change the property, in application.yml or where else it is set.");
  }

  @Test
  void thePageShowsWhatIsPrinted() throws IOException {
    FailureAnalysis analysis =
        analysis(SandboxContext.plain().withPropertyValues("reelay.providers.toapis.interval=-1s"));

    assertThat(Files.readString(Path.of("../docs/spring-boot.md")))
        .contains(
            "Description:\n\n"
                + analysis.getDescription()
                + "\n\nAction:\n\n"
                + analysis.getAction()
                + "\n");
  }

  @ParameterizedTest
  @CsvSource({"reelay.page.token=short-secret", "reelay.page.address=0.0.0.0"})
  void aPageWithoutAFitTokenNamesItsProperty(String property) {
    FailureAnalysis analysis =
        analysis(SandboxContext.plain().withPropertyValues("reelay.page.port=0", property));

    assertThat(analysis.getDescription())
        .startsWith("reelay.page.token: expected a token")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "reelay.provider.toapis.api-key",
    "reelay.providers.toapis.apikeys",
    "reelay.downloads.directroy",
    "reelay.nothing"
  })
  void aPropertyThatDoesNotExistEndsTheStart(String name) {
    FailureAnalysis analysis =
        analysis(SandboxContext.plain().withPropertyValues(name + "=secret"));

    assertThat(analysis.getDescription())
        .startsWith(
            "expected properties that exist, which docs/spring-boot.md lists, found " + name)
        .doesNotContain("secret");
  }

  @Test
  void theAnalyzerIsFound() {
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(
                    FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {})))
        .hasAtLeastOneElementOfType(PropertyFailureAnalyzer.class);
  }

  @Test
  void aTimeWithoutAUnitIsInSeconds() {
    SandboxContext.plain()
        .withPropertyValues("reelay.providers.toapis.deadline=7")
        .run(
            context ->
                assertThat(context.getBean(Providers.class).get("toapis").deadline())
                    .isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void blankPropertiesCountAsAbsent() {
    try (SandboxContext fixture = new SandboxContext()) {
      SandboxContext.plain()
          .withPropertyValues(
              "reelay.providers.toapis.api-key=",
              "reelay.providers.toapis.base-url=",
              "reelay.downloads.directory=",
              "reelay.downloads.user-agent=",
              "reelay.network.proxy=",
              "reelay.store.file=",
              "reelay.page.port=${NO_PORT:}",
              "REELAY_TOAPIS_API_KEY=" + fixture.sandbox.apiKey("toapis"),
              "REELAY_TOAPIS_BASE_URL=" + fixture.sandbox.baseUrl("toapis"))
          .run(
              context -> {
                assertThat(context).hasNotFailed().doesNotHaveBean(WatchPage.class);
                Providers providers = context.getBean(Providers.class);
                assertThat(providers.query(new TaskHandle("toapis", "ok-1")).taskOrThrow().id())
                    .isEqualTo("ok-1");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://relay.example/a b/, https://relay.example/a%20b",
    "https://relay.example/a|b, https://relay.example/a%7Cb",
    "https://relay.example/视频, https://relay.example/%E8%A7%86%E9%A2%91"
  })
  void aFurtherProviderTakesTheSameBaseUrls(String text, String url) {
    SandboxContext.plain()
        .withPropertyValues(
            "reelay.providers.toapis.base-url=" + text,
            "reelay.providers.twin.dialect=toapis",
            "reelay.providers.twin.base-url=" + text)
        .run(
            context -> {
              Providers providers = context.getBean(Providers.class);
              assertThat(providers.get("toapis").baseUrl()).hasToString(url);
              assertThat(providers.get("twin").baseUrl()).hasToString(url);
            });
  }

  @Test
  void aFurtherProviderReadsItsVariablesAndADocumentCanBeInTheJar() throws Exception {
    Files.copy(Path.of("../docs/dialects/data-output.yaml"), folder.resolve("packaged.yaml"));
    try (SandboxContext fixture = new SandboxContext();
        URLClassLoader jar = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      SandboxContext.plain()
          .withClassLoader(jar)
          .withPropertyValues(
              "reelay.dialects=classpath:packaged.yaml",
              "reelay.providers.toapis.dialect=toapis",
              "reelay.providers.twin.dialect=toapis",
              "REELAY_TWIN_API_KEY=" + fixture.sandbox.apiKey("toapis"),
              "REELAY_TWIN_BASE_URL=" + fixture.sandbox.baseUrl("toapis"))
          .run(
              context -> {
                Providers providers = context.getBean(Providers.class);
                assertThat(providers.get("data-output").name()).isEqualTo("data-output");
                assertThat(providers.query(new TaskHandle("twin", "ok-1")).taskOrThrow().id())
                    .isEqualTo("ok-1");
              });
    }
  }
}
