package io.github.reelay.contracttests.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.contracttools.mutation.DeviationCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What leaves the contract, or refuses a query, is read as the table of the provider says. */
class DeviationsTest {

  @ParameterizedTest
  @MethodSource("io.github.reelay.contracttools.spec.TestProviders#names")
  void areReadAsTheTableSays(String provider) {
    assertThat(DeviationCheck.complaints(provider)).isEmpty();
  }
}
