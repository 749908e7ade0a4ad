package io.github.reelay.contracttests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Root;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has the published modules, and nothing is published that it does not have. */
class PublishedModulesTest {
  private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(reelay-.+?)</artifactId>");
  private static final Pattern DEPLOY_SKIPPED =
      Pattern.compile("<maven.deploy.skip>true</maven.deploy.skip>");

  @Test
  void theBomHasEveryPublishedModule() {
    List<String> published =
        Modules.PUBLISHED.stream().map(PublishedModulesTest::artifact).toList();

    assertThat(artifacts("bom").stream().skip(1)).containsExactlyInAnyOrderElementsOf(published);
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

  /** The artifact of a module, which its POM names after that of the parent. */
  private static String artifact(String folder) {
    return artifacts(folder).get(1);
  }

  private static List<String> artifacts(String folder) {
    return ARTIFACT.matcher(pom(folder)).results().map(match -> match.group(1)).toList();
  }

  private static String pom(String folder) {
    return Modules.read(Root.path(folder + "/pom.xml"));
  }
}
