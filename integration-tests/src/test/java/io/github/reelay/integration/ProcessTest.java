package io.github.reelay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.reelay.cli.Main;
import io.github.reelay.sandbox.Sandbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The command in a process of its own. */
@Timeout(120)
class ProcessTest {
  private static final String QUEUED = "{\"id\":\"任务\",\"status\":\"queued\"}";
  private static final String RESPONSE =
      "{\"provider\":\"toapis\",\"id\":\"任务\",\"status\":\"queued\",\"providerStatus\":\"queued\","
          + "\"terminal\":false,\"findings\":[]}";

  private static Process start(String option, String... args) throws IOException {
    List<String> command = InstalledCommand.shortLived(option);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }

  private static String run(Process process, String stdin)
      throws IOException, InterruptedException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(stdin.getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  @Test
  void readsAPipeAndWritesUtf8WhateverTheLocale() throws Exception {
    Process process = start("-Xshare:auto", "normalize", "--provider", "toapis");

    assertThat(run(process, QUEUED)).isEqualTo(RESPONSE + "\n");
  }

  @Test
  void loadsNeitherAClientNorTheWatcherForASavedBody() throws Exception {
    Process process = start("-verbose:class", "normalize", "--provider", "toapis");

    String out = run(process, QUEUED);

    assertThat(out).contains(RESPONSE, "io.github.reelay.dialect.Dialect source:");
    assertThat(out.lines().filter(ProcessTest::loadsAClient)).isEmpty();
  }

  @Test
  void printsALineBeforeTheNextOneIsWritten() throws Exception {
    Process process = start("-Xshare:auto", "normalize", "--exchanges", "-");
    String exchange = "{\"provider\":\"toapis\",\"body\":\"\",\"httpStatus\":404}\n";
    byte[] line = exchange.getBytes(StandardCharsets.UTF_8);

    try (OutputStream in = process.getOutputStream()) {
      in.write(line);
      in.flush();

      assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
          .startsWith("{\"provider\":\"toapis\",\"failure\":{\"kind\":\"not-found\"");
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void endsWithinASecondWhenItIsStoppedAndSaysHowToGoOn() throws Exception {
    try (Sandbox sandbox = Sandbox.builder().stepByQueries(0, 1).start()) {
      Process process = watch(sandbox, "toapis:never-1");
      try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
        assertThat(err.readLine()).isEqualTo("toapis:never-1: running 50 %");

        process.toHandle().destroy(); // as Ctrl-C does, but by SIGTERM

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err.lines())
            .endsWith(
                "toapis:never-1: stopped waiting; the task goes on",
                "resume with: reelay watch --every 10s toapis:never-1");
        assertThat(process.exitValue()).isEqualTo(3);
      }
    }
  }

  private static Process watch(Sandbox sandbox, String handle) throws IOException {
    List<String> command = InstalledCommand.shortLived();
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("watch", "--every", "10s", handle));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(InstalledCommand.environment(sandbox));
    return builder.start();
  }

  private static boolean loadsAClient(String line) {
    return line.contains(" feign.")
        || line.contains(" org.apache.hc.")
        || line.contains(" java.net.http.")
        || line.contains(" org.jline.")
        || line.contains(" io.github.reelay.watch.");
  }
}
