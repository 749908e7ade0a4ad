package io.github.reelay.contracttools.pact;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Pact's other implementation, from npm, kept below {@code target}. */
public final class PactCli {
  private static final String PACKAGE = "@pact-foundation/pact-cli@18.1.2";
  private static final long MINUTES = 5;

  private final Path folder;

  private PactCli(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs one fixed version into the folder, from npm.
   *
   * @param npm the command
   * @throws IllegalStateException if npm is not there, or fails
   */
  public static PactCli install(Path folder, String npm) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}\n");
    PactCli cli = new PactCli(folder);
    cli.run("npm", List.of(npm, "install", "--no-audit", "--no-fund", "--save-exact", PACKAGE));
    return cli;
  }

  /**
   * Runs the verifier, for five minutes at most.
   *
   * @return what it printed
   * @throws IllegalStateException if it finds a difference, or cannot run
   */
  public String verify(List<String> arguments) throws IOException, InterruptedException {
    Path verifier = Path.of("node_modules", ".bin", "pact-verifier");
    List<String> command = new ArrayList<>(List.of(verifier.toString()));
    command.addAll(arguments);
    return run("pact-verifier", command);
  }

  private String run(String name, List<String> command) throws IOException, InterruptedException {
    Path output = folder.resolve(name + ".log");
    Process process = start(command, output.toFile());
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    String printed = Files.readString(output, StandardCharsets.UTF_8);
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException(
          "expected %s to end with 0 within %d minutes, found %s; it printed%n%s"
              .formatted(name, MINUTES, ended ? process.exitValue() : "it still running", printed));
    }
    return printed;
  }

  private Process start(List<String> command, File output) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    builder.environment().put("PACT_DO_NOT_TRACK", "true");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "expected the command %s, found none; -Pinterop needs Node.js 20 with npm on the PATH"
              .formatted(command.get(0)),
          e);
    }
  }
}
