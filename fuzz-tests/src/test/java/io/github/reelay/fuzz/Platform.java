package io.github.reelay.fuzz;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether Jazzer has a library for this system. */
final class Platform {
  private Platform() {}

  /** What is missing here; null if nothing is. */
  static @Nullable String missingLibrary() {
    return missingLibrary(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static @Nullable String missingLibrary(String system, String processor) {
    String platform = name(system) + "_" + processor.replace("amd64", "x86_64");
    String folder = "/com/code_intelligence/jazzer/driver/jazzer_driver_" + platform;
    boolean there =
        Platform.class.getResource(folder + "/libjazzer_driver.so") != null
            || Platform.class.getResource(folder + "/libjazzer_driver.dylib") != null
            || Platform.class.getResource(folder + "/jazzer_driver.dll") != null;
    return there ? null : "expected a library of Jazzer's for " + platform + ", found none";
  }

  private static String name(String system) {
    String lower = system.toLowerCase(Locale.ROOT);
    return lower.startsWith("mac") ? "macos" : lower.replaceFirst(" .*", "");
  }
}
