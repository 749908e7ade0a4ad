package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.coverage.PactAgainstSpec;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.lint.document.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed pacts and the documents say the same, and nothing that is read is left out. */
class PactAgainstSpecTest {

  static Stream<Spec> specs() {
    return Spec.all();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everyInteractionFitsAndEverythingReadOrPromisedHasOne(Spec spec) {
    assertThat(PactAgainstSpec.problems(spec)).isEmpty();
  }

  @Test
  void thePageShowsWhatIsSaidOfARenamedMember() throws IOException {
    String renamed = Spec.text("xingchaoyiqing.yaml").replace("video_url", "download_url");
    Spec spec = new Spec("xingchaoyiqing", Yaml.read(renamed));
    String first = PactAgainstSpec.problems(spec).get(0);

    assertThat(first).contains("found /video_url");
    assertThat(page().replaceAll("\\s+", " ")).contains(first);
  }

  private static String page() throws IOException {
    return Files.readString(Root.path("docs/contracts.md"));
  }

  @AfterAll
  static void printTheCoverage() {
    System.out.print(PactAgainstSpec.table(Spec.all().toList()));
  }
}
