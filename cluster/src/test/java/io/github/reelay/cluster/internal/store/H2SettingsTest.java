package io.github.reelay.cluster.internal.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions of H2 that were seen to lose commits are refused; {@code KilledH2Test} finds them. */
class H2SettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.5.252 (2026-09-23)", "2.5.252"})
  void refusesAVersionThatLosesCommits(String version) {
    assertThatThrownBy(() -> H2Settings.checkVersion(version))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a version of H2 that keeps what it has confirmed, found 2.5.252, which loses"
                + " commits when the process is killed; use com.h2database:h2:2.4.240");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4.240 (2025-09-22)", "2.5.2520", "2.6.260 (2027-01-01)", ""})
  void takesOthers(String version) {
    assertThatCode(() -> H2Settings.checkVersion(version)).doesNotThrowAnyException();
  }
}
