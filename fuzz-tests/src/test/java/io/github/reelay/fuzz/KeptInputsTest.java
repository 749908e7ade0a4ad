package io.github.reelay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The seeds, and the inputs of which one was ever of interest, without Jazzer. */
class KeptInputsTest {
  private static final List<String> KINDS = FuzzTargets.KINDS;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("KINDS")
  void breakNoPromise(String kind) throws IOException {
    FuzzTargets targets = FuzzTargets.of(kind, folder);
    Map<String, byte[]> inputs = Inputs.all(kind, targets);

    assertThat(inputs)
        .hasSizeGreaterThan(3)
        .anySatisfy((file, input) -> assertThat(file).startsWith("kept-"));
    for (Map.Entry<String, byte[]> each : inputs.entrySet()) {
      try {
        targets.take(each.getValue());
      } catch (RuntimeException | AssertionError broken) {
        throw new AssertionError(
            "expected the targets of " + kind + " to take " + each.getKey(), broken);
      }
    }
  }
}
