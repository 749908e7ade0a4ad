package io.github.reelay.benchmarks.peers;

import java.io.File;
import java.nio.file.Path;

/** What each JVM of a run sees: a foreign client has its own versions of the libraries we share. */
final class ClassPaths {
  private static final String OURS = System.getProperty("java.class.path");

  private ClassPaths() {}

  /** Ours, as the run itself has it. */
  static String ours() {
    return OURS;
  }

  /**
   * That of a client by its name: a foreign one, which is named by its class, sees its own
   * libraries and of ours only the classes of this package.
   *
   * @param foreign the folder of its libraries
   */
  static String of(String client, Path foreign) {
    return ForeignClient.isNamed(client)
        ? foreign + "/*" + File.pathSeparator + OURS.split(File.pathSeparator)[0]
        : OURS;
  }
}
