package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has the published modules, and nothing is published that it does not have. */
class PublishedModulesTest {
  private static final Pattern VERSION = Pattern.compile("<version>(.+?)</version>");
  private static final Pattern DEPLOY_SKIPPED =
      Pattern.compile("<maven.deploy.skip>true</maven.deploy.skip>");

  @Test
  void theBomHasEveryPublishedModule() {
    List<String> published = Modules.PUBLISHED.stream().map(Modules::artifact).toList();

    assertThat(Modules.artifacts("bom").stream().skip(1))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  @Test
  void whatIsNotInItIsNotDeployed() {
    assertThat(
            List.of(
                "contract-tools", "contract-tests", "fuzz-tests", "browser-tests", "benchmarks"))
        .allSatisfy(folder -> assertThat(pom(folder)).containsPattern(DEPLOY_SKIPPED));
    assertThat(Modules.PUBLISHED)
        .allSatisfy(folder -> assertThat(pom(folder)).doesNotContainPattern(DEPLOY_SKIPPED));
  }

  /** An import of the BOM brings nothing but these modules. */
  @Test
  void theBomHasNoParentAndTheVersionOfTheOthers() {
    assertThat(pom("bom")).doesNotContain("<parent>");
    assertThat(version(pom("bom"))).isEqualTo(version(Modules.read(Root.path("pom.xml"))));
  }

  @Test
  void everyPublishedModuleSaysWhatItIsAndHowItIsCalled() {
    assertThat(Modules.PUBLISHED)
        .allSatisfy(
            folder ->
                assertThat(pom(folder))
                    .containsPattern("<name>Reelay :: .+</name>")
                    .containsPattern("<description>.+\\.</description>")
                    .containsPattern("<reelay.module>io\\.github\\.reelay.*</reelay.module>"));
  }

  @Test
  void theReadmeNamesEveryPublishedModule() {
    String readme = Modules.read(Root.path("README.md"));

    assertThat(Modules.PUBLISHED)
        .allSatisfy(folder -> assertThat(readme).containsAnyOf(names(Modules.artifact(folder))));
  }

  /** The client of a provider is named by its row in the table of providers. */
  private static String[] names(String artifact) {
    return new String[] {
      "`" + artifact + "`", "| " + artifact.replace("reelay-client-", "") + " | ["
    };
  }

  private static String version(String pom) {
    return VERSION.matcher(pom).results().map(match -> match.group(1)).findFirst().orElseThrow();
  }

  private static String pom(String folder) {
    return Modules.read(Root.path(folder + "/pom.xml"));
  }
}
