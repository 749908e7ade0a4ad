package io.github.reelay.benchmarks.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whole processes, in turn with a JVM that only prints its version. */
final class StartUps {
  private static final int PER_ROUND = 3;

  private final Settings settings;
  private final List<Row> rows = new ArrayList<>();

  private StartUps(Settings settings) {
    this.settings = settings;
  }

  static List<Row> run(Settings settings) throws IOException, InterruptedException {
    StartUps all = new StartUps(settings);
    all.firstTask();
    all.normalize();
    return all.rows;
  }

  /** The goal is 80 ms: a fixed figure, which takes the place of a peer in the ratio. */
  private void firstTask() throws IOException, InterruptedException {
    List<String> command =
        List.of(settings.java(), "-cp", ClassPaths.ofNormalizer(), FirstTask.class.getName());
    List<Double> found = new ArrayList<>();
    List<Double> promised = new ArrayList<>();
    for (int i = 0; i < settings.rounds() * PER_ROUND; i++) {
      found.add(Double.parseDouble(output(command).strip()));
      promised.add(80.0);
    }
    String what = "first canonical task in a fresh JVM after main begins, beside 80 ms";
    rows.add(new Row("first-task", what, "ms", Goal.atMost(1.0), found, promised));
  }

  private void normalize() throws IOException, InterruptedException {
    Path body = Files.createTempFile("reelay-body", ".json");
    try {
      Files.writeString(body, FirstTask.BODY, StandardCharsets.UTF_8);
      String reelay = settings.root().resolve("reelay").toString();
      List<String> ours = List.of(reelay, "normalize", "--provider", "22codex", body.toString());
      List<String> version = List.of(settings.java(), "-version");
      do {
        output(ours); // builds what is stale, and makes the archive of classes behind its back
      } while (!isArchived());
      List<Double> found = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int i = 0; i < settings.rounds() * PER_ROUND; i++) {
        found.add(millis(ours));
        bare.add(millis(version));
      }
      String what = "reelay normalize with its class archive, beside java -version";
      rows.add(new Row("normalize", what, "ms", Goal.atMost(4.0), found, bare));
    } finally {
      Files.delete(body);
    }
  }

  /** Whether there is an archive of this JDK, which is the one that is measured. */
  private boolean isArchived() throws IOException {
    String archive = "reelay-" + System.getProperty("java.version");
    try (Stream<Path> files = Files.list(settings.root().resolve("cli/target"))) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return names.stream().anyMatch(name -> name.startsWith(archive) && name.endsWith(".jsa"))
          && names.stream().noneMatch(name -> name.matches("reelay\\..*\\.archive"));
    }
  }

  private double millis(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    output(command);
    return (System.nanoTime() - start) / 1e6;
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path java = Path.of(settings.java());
    if (java.isAbsolute()) { // as the script of the command finds it
      builder.environment().put("JAVA_HOME", java.getParent().getParent().toString());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "expected " + command + " to exit with 0, found " + status + ": " + output);
    }
    return output;
  }
}
