package io.github.reelay.contracttools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.spec.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine notices, and says so when nothing does. */
class MutationEngineTest {
  private static final List<Mutant> ALL = Mutants.all().toList();

  /** One line for each: the check that notices it first, or nobody, and its name. */
  private static final List<String> SAMPLE = TestResources.lines("mutation/sample.txt");

  @Tag("long")
  @Test
  void theSampleIsNoticedByTheChecksThatItNames() {
    assertNoticed(SAMPLE);
  }

  @Test
  void eachCheckNoticesOneOfTheSample() {
    Map<String, String> byCheck =
        SAMPLE.stream()
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    line -> line,
                    (first, later) -> first));

    assertNoticed(List.copyOf(byCheck.values()));
  }

  private static void assertNoticed(List<String> sample) {
    MutationEngine mutationEngine = MutationEngine.full();
    Set<String> names = sample.stream().map(MutationEngineTest::name).collect(Collectors.toSet());

    List<MutantResult> results =
        ALL.stream().filter(m -> names.contains(m.toString())).map(mutationEngine::judge).toList();

    System.out.print(MutationTable.totals(results));
    assertThat(results)
        .extracting(result -> noticer(result) + " " + result.mutant())
        .containsExactlyInAnyOrderElementsOf(sample);
  }

  @Test
  void theSampleHasEveryKindAndEveryCheck() {
    Set<String> names = SAMPLE.stream().map(MutationEngineTest::name).collect(Collectors.toSet());

    assertThat(ALL.stream().filter(m -> names.contains(m.toString())).map(Mutant::kind))
        .contains(Kind.values());
    assertThat(SAMPLE.stream().map(line -> line.substring(0, line.indexOf(' '))))
        .contains(Arrays.stream(Check.values()).map(Check::name).toArray(String[]::new));
  }

  @Test
  void aMutantThatNoCheckSeesIsAGapWhereSomebodyDependsOnIt() {
    Mutant mutant = mutant("toapis /components/schemas/GenerationTask/properties/status dropped");

    MutantResult result = new MutationEngine(List.of()).judge(mutant);

    assertThat(MutationTable.gaps(List.of(result)))
        .containsExactly(
            "expected a check to notice that in toapis.yaml"
                + " /components/schemas/GenerationTask/properties/status is dropped, found none,"
                + " though the mapper reads it; add an example, a golden file or a deviation that"
                + " shows the difference");
  }

  @Test
  void aMutantThatChangesNothingPassesEveryCheck() {
    MutationEngine mutationEngine = MutationEngine.full();
    Mutant nothing =
        new Mutant(Spec.of("22codex"), Kind.CHANGE_SERVER, "/servers/0/url", "left", edit -> {});

    assertThat(MutationTable.gaps(List.of(mutationEngine.judge(nothing))))
        .containsExactly(
            "expected a check to notice that in 22codex.yaml /servers/0/url is left, found none,"
                + " though the request depends on it; add an example, a golden file or a deviation"
                + " that shows the difference");
  }

  @Test
  void everyMutantDiffersAndHasANameOfItsOwn() {
    assertThat(ALL).allMatch(m -> !m.document().document().equals(m.origin().document()));
    assertThat(ALL).extracting(Mutant::toString).doesNotHaveDuplicates();
  }

  @Test
  void knowsWhoDependsOnWhat() {
    MutationEngine blind = new MutationEngine(List.of());

    assertThat(
            List.of(
                    "22codex /components/schemas/PendingInfo/properties/progress_pct dropped",
                    "22codex /components/schemas/PendingInfo/properties/user dropped",
                    "22codex /components/schemas/PendingInfo/properties/user changed to integer",
                    "22codex /components/schemas/UnifiedVideo/properties/enhanced_prompt dropped",
                    "toapis /components/schemas/TaskResult renamed to RenamedTaskResult",
                    "toapis /components/schemas/ResultItem/properties/format dropped")
                .stream()
                .map(name -> String.valueOf(blind.judge(mutant(name)).dependant())))
        .containsExactly(
            "the mapper reads it",
            "the reader meets it in an example",
            "null",
            "null",
            "null",
            "the mapper reads it");
  }

  private static Mutant mutant(String name) {
    return ALL.stream().filter(mutant -> mutant.toString().equals(name)).findFirst().orElseThrow();
  }

  private static String name(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static String noticer(MutantResult result) {
    return result.noticedBy() == null ? "nobody" : result.noticedBy().name();
  }
}
