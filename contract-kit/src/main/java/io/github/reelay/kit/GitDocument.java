package io.github.reelay.kit;

import io.github.reelay.kit.Baseline.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document at a revision of git. That there is no earlier version is only said if git says so: a
 * command that fails is an error, because a check that does not run would pass for one that found
 * nothing.
 */
final class GitDocument {
  /** What a hook of git sets, and what would name another repository than the document's. */
  private static final List<String> OF_HOOKS =
      List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

  /** One commit back, or several: {@code HEAD^}, {@code HEAD~}, {@code HEAD~2}. */
  private static final Pattern LAST_STEP = Pattern.compile("(?<of>.+)(\\^|~(?<count>\\d{0,9}))");

  private final String program;
  private final Path folder;
  private final String name;
  private final String revision;
  private final Duration limit;

  /**
   * Runs nothing yet.
   *
   * @param program git, by its name or its path
   * @param document a file in a folder that exists
   * @param revision as git names it
   * @param limit how long one command of git may take
   */
  GitDocument(String program, Path document, String revision, Duration limit) {
    Path file = document.toAbsolutePath().normalize();
    this.program = program;
    this.folder = file.resolveSibling("");
    this.name = String.valueOf(file.getFileName());
    this.revision = revision;
    this.limit = limit;
  }

  /**
   * A command of git, and how it ended.
   *
   * @param command the command, without its arguments
   * @param result status and output
   */
  private record Ran(String command, GitProcess.Result result) {
    int status() {
      return result.status();
    }

    String out() {
      return result.out();
    }

    String complaint() {
      return result.error().lines().findFirst().orElse("status " + status());
    }
  }

  /**
   * The text at the revision, or why there is none.
   *
   * @throws IOException if git cannot say it
   */
  Earlier read() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    Ran inside = git("rev-parse", "--is-inside-work-tree");
    if (inside.status() != 0) {
      if (!hasRepository()) {
        return Earlier.none(name + " is in no git repository");
      }
      throw failed(inside);
    }
    if (!has(revision)) {
      return Earlier.none(whyNoRevision());
    }
    if (checked(git("ls-tree", "--name-only", revision, "--", name)).out().isBlank()) {
      return Earlier.none("git has no " + name + " at " + revision);
    }
    return Earlier.of(checked(git("cat-file", "blob", revision + ":./" + name)).out());
  }

  /** Why the revision is not there, if that is no mistake. */
  private String whyNoRevision() throws IOException {
    if (checked(git("rev-list", "--all", "--max-count=1")).out().isBlank()) {
      return "the repository has no commit yet";
    }
    if (checked(git("rev-parse", "--is-shallow-repository")).out().strip().equals("true")) {
      throw new IOException(
          "expected the revision %s to compare %s with, found a shallow clone without it; fetch the"
                  .formatted(revision, name)
              + " whole history, in GitHub Actions by 'fetch-depth: 0' at actions/checkout");
    }
    if (has(lessOneStep())) {
      return "the history begins after " + revision;
    }
    String descendant = revision.replaceFirst("(~\\d*|\\^)+$", "");
    throw new IOException(
        "expected the revision %s to compare %s with, found %s"
            .formatted(
                revision,
                name,
                has(descendant)
                    ? "only %s in the history of %s; correct the number"
                        .formatted(commits(descendant), descendant)
                    : "none in the repository; fetch it, or correct its name"));
  }

  /** The revision one commit later, if it is written as an earlier one of another. */
  private String lessOneStep() {
    Matcher step = LAST_STEP.matcher(revision);
    if (!step.matches()) {
      return revision;
    }
    String count = step.group("count");
    int steps = count == null || count.isEmpty() ? 1 : Integer.parseInt(count);
    return step.group("of") + "~" + Math.max(steps - 1, 0);
  }

  private boolean has(String commit) throws IOException {
    return git("rev-parse", "--verify", "--quiet", commit + "^{commit}").status() == 0;
  }

  private String commits(String from) throws IOException {
    String count = checked(git("rev-list", "--first-parent", "--count", from)).out().strip();
    return count.equals("1") ? "1 commit" : count + " commits";
  }

  private boolean hasRepository() {
    for (Path each = folder; each != null; each = each.getParent()) {
      if (Files.exists(each.resolve(".git"))) {
        return true;
      }
    }
    return false;
  }

  private Ran checked(Ran result) throws IOException {
    if (result.status() != 0) {
      throw failed(result);
    }
    return result;
  }

  private IOException failed(Ran git) {
    return new IOException(
        "expected git to find %s at %s, found that 'git %s' failed in %s: %s; repair the repository,"
                .formatted(name, revision, git.command(), folder, git.complaint())
            + " or compare with a file");
  }

  private Ran git(String... arguments) throws IOException {
    try {
      return new Ran(arguments[0], GitProcess.run(start(arguments), limit));
    } catch (TimeoutException hanging) {
      throw new IOException(
          "expected git to find %s at %s, found that 'git %s' took more than %d s in %s; find out"
                  .formatted(name, revision, arguments[0], limit.toSeconds(), folder)
              + " what it waits for, or compare with a file",
          hanging);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while git ran", stopped);
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeAll(OF_HOOKS);
    builder.environment().put("LC_ALL", "C"); // what git says is part of an English sentence
    builder.environment().put("GIT_TERMINAL_PROMPT", "0"); // nobody is there to type a password
    try {
      return builder.start();
    } catch (IOException missing) {
      throw new IOException(
          "expected git to find %s at %s, found no program '%s'; install git, or compare with a file"
              .formatted(name, revision, program),
          missing);
    }
  }
}
