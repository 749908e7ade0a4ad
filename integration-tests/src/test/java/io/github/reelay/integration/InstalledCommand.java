package io.github.reelay.integration;

import io.github.reelay.cli.Main;
import io.github.reelay.provider.EnvironmentVariables;
import io.github.reelay.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The command as it is installed, in jars alone: no archive of classes is made of directories.
 *
 * @param folder where the jars are
 * @param jars their names; the command's own is the first
 */
record InstalledCommand(Path folder, List<String> jars) {
  /** The name of the command's own jar. */
  static final String OWN_JAR = "reelay-cli.jar";

  /** Installs what the tests run with, but for the tests themselves. */
  static InstalledCommand in(Path folder) throws IOException {
    Path own = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<String> jars = new ArrayList<>(List.of(OWN_JAR));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (path.equals(own)) {
        install(path, folder.resolve(OWN_JAR));
      } else if (Files.exists(path) && !path.endsWith("test-classes")) {
        install(path, folder.resolve(jars.size() + ".jar"));
        jars.add(jars.size() + ".jar");
      }
    }
    return new InstalledCommand(folder, jars);
  }

  /** The class path that the command runs with. */
  String classPath() {
    return String.join(
        File.pathSeparator, jars.stream().map(jar -> folder.resolve(jar).toString()).toList());
  }

  /** The path of the program that runs it. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** How a command begins whose JVM lives for a short time: options that let it start sooner. */
  static List<String> shortLived(String... more) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(more));
    return command;
  }

  /** The environment that the sandbox command prints. */
  static Map<String, String> environment(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>();
    for (String provider : sandbox.providers()) {
      environment.put(EnvironmentVariables.baseUrl(provider), sandbox.baseUrl(provider).toString());
      environment.put(EnvironmentVariables.key(provider), sandbox.apiKey(provider));
    }
    return environment;
  }

  /** Makes a jar of a directory of classes, or copies one. */
  static void install(Path from, Path jar) throws IOException {
    Files.deleteIfExists(jar);
    if (Files.isRegularFile(from)) {
      Files.copy(from, jar);
      return;
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.equals(from)).toList()) {
        boolean folder = Files.isDirectory(file);
        zip.putNextEntry(new ZipEntry(from.relativize(file) + (folder ? "/" : "")));
        if (!folder) {
          Files.copy(file, zip);
        }
      }
    }
  }
}
