package io.github.reelay.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, aarch64", "Windows 11, amd64"})
  void whereThereIsALibraryNothingIsMissing(String system, String processor) {
    assertThat(Platform.missingLibrary(system, processor)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"SunOS, sparcv9, sunos_sparcv9", "Linux, riscv64, linux_riscv64"})
  void whereThereIsNoneItsNameIsReported(String system, String processor, String platform) {
    assertThat(Platform.missingLibrary(system, processor))
        .isEqualTo("expected a library of Jazzer's for " + platform + ", found none");
  }
}
