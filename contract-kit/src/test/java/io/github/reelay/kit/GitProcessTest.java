package io.github.reelay.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.reelay.kit.Baseline.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program in git's place that hangs, or writes more than a pipe holds. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program in git's place is a shell script")
@Timeout(60)
class GitProcessTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  /** More than a pipe holds, which is 64 KiB on Linux. */
  private static final String MUCH = "head -c 1000000 /dev/zero | tr '\\0' 'x'";

  @TempDir private Path folder;

  private GitDocument document(String script, Duration limit) throws IOException {
    Path program = Files.writeString(folder.resolve("git"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new GitDocument(program.toString(), folder.resolve("my.yaml"), "HEAD", limit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "exec sleep 40",
        "sleep 40; echo true",
        "while :; do echo warning >&2; done",
        "exec sleep 40 >&-",
      })
  void whatHangsIsEndedAndSaid(String script) throws Exception {
    GitDocument document = document("echo $$ > pid; " + script, SHORT);

    assertThatIOException()
        .isThrownBy(document::read)
        .withMessage(
            "expected git to find my.yaml at HEAD, found that 'git rev-parse' took more than 1 s in"
                + " %s; find out what it waits for, or compare with a file",
            folder);
    assertThat(started()).allSatisfy(pid -> assertEnds(ProcessHandle.of(pid)));
  }

  /** The shell, unless the machine is so busy that it was ended before it wrote its number. */
  private List<Long> started() throws IOException {
    Path pid = folder.resolve("pid");
    return Files.exists(pid)
        ? Files.readAllLines(pid).stream().map(Long::parseLong).toList()
        : List.of();
  }

  private static void assertEnds(Optional<ProcessHandle> process) {
    process.ifPresent(ended -> ended.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    assertThat(process.filter(ProcessHandle::isAlive)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {MUCH + " >&2", MUCH + "; " + MUCH + " >&2", MUCH + " >&2; " + MUCH})
  void whatWritesMuchIsRead(String output) throws IOException {
    assertThat(document(output + "; echo x", LONG).read().text()).hasSizeGreaterThan(0);
  }

  @Test
  void theDocumentIsWhatItWritesAndNotWhatItComplainsOf() throws IOException {
    String script = MUCH + " >&2; case $1 in cat-file) printf 'name: before';; *) echo true;; esac";

    assertThat(document(script, LONG).read()).isEqualTo(Earlier.of("name: before"));
  }

  @Test
  void itsComplaintIsTheFirstLineOfWhatItWritesOnError() throws IOException {
    String script =
        "case $1 in ls-tree) echo 'fatal: odd' >&2; " + MUCH + " >&2; exit 3;; *) echo true;; esac";

    assertThatIOException()
        .isThrownBy(document(script, LONG)::read)
        .withMessage(
            "expected git to find my.yaml at HEAD, found that 'git ls-tree' failed in %s: fatal:"
                + " odd; repair the repository, or compare with a file",
            folder);
  }

  @Test
  void asksForNoPassword() throws IOException {
    assertThat(document("echo $GIT_TERMINAL_PROMPT", LONG).read()).isEqualTo(Earlier.of("0\n"));
  }
}
