package io.github.reelay.contracttests.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.annotations.Pact;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.Providers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

class PactFilesTest {
  @TempDir private Path folder;

  static Stream<Class<?>> consumers() {
    return Stream.of(ToapisPactTest.class, XingchaoyiqingPactTest.class, Codex22PactTest.class);
  }

  @Test
  void holdOnePactForEveryProvider() throws IOException {
    try (Providers providers = Providers.discover(Map.of())) {
      assertThat(PactFiles.names(PactFiles.COMMITTED))
          .containsExactlyInAnyOrderElementsOf(
              providers.all().stream().map(Provider::name).map(PactFiles::nameFor).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("consumers")
  void holdOneInteractionForEveryPactMethod(Class<?> consumer) {
    String provider = consumer.getAnnotation(PactTestFor.class).providerName();

    List<PactedInteraction> interactions = PactedInteraction.of(PactFiles.committed(provider));

    assertThat(interactions).hasSize(pactMethods(consumer)).doesNotHaveDuplicates();
    assertThat(interactions).extracting(PactedInteraction::description).doesNotHaveDuplicates();
    assertThat(interactions).extracting(PactedInteraction::name).doesNotHaveDuplicates();
  }

  private static int pactMethods(Class<?> consumer) {
    return AnnotationSupport.findAnnotatedMethods(
            consumer, Pact.class, HierarchyTraversalMode.TOP_DOWN)
        .size();
  }

  @Test
  void differenceIsAnError() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{\n  \"status\": 201\n}");
    Path committed = Files.writeString(folder.resolve("committed.json"), "{\n  \"status\": 200\n}");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected %s to equal the committed %s, found a difference in line 2; look at it with"
                    .formatted(written, committed)
                + " 'git diff --no-index' and take it over with -Dpact.rewrite=true");
  }

  @Test
  void shorterFileIsADifference() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{\n}\n");
    Path committed = Files.writeString(folder.resolve("committed.json"), "{\n}\n\n");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .hasMessageContaining("found a difference in line 3");
  }

  @Test
  void missingFileIsAnError() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{}");
    Path committed = folder.resolve("committed.json");

    assertThatThrownBy(() -> PactFiles.requireEqual(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected the committed pact %s, found no such file; run with -Dpact.rewrite=true"
                .formatted(committed));
  }

  @Test
  void rewritingTakesOverWhatDiffersAndFails() throws IOException {
    Path written = Files.writeString(folder.resolve("written.json"), "{}");
    Path committed = folder.resolve("committed.json");

    assertThatThrownBy(() -> PactFiles.rewrite(written, committed))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "%s was rewritten; look at the difference and run again without the option"
                .formatted(committed));

    assertThat(committed).hasSameBinaryContentAs(written);
    PactFiles.rewrite(written, committed);
  }
}
