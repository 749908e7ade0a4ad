package io.github.reelay.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.reelay.kit.Baseline.Earlier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No earlier version is one thing, and a git that cannot say it is another. */
class BaselineTest {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private Path repository;
  private Path document;

  @BeforeEach
  void makeARepository() throws Exception {
    repository = Files.createDirectory(folder.resolve("repository"));
    document = Files.writeString(repository.resolve("my.yaml"), "name: before\n");
    git(repository, "init", "-q", "-b", "main");
  }

  private void commit() throws Exception {
    git(repository, "add", "my.yaml");
    git(repository, "-c", "user.name=n", "-c", "user.email=e@e.example", "commit", "-q", "-m", "x");
  }

  private Path shallowClone() throws Exception {
    commit();
    Files.writeString(document, "name: now\n");
    commit();
    git(folder, "clone", "-q", "--depth", "1", repository.toUri().toString(), "shallow");
    return folder.resolve("shallow/my.yaml");
  }

  @Test
  void isWhatGitHasOfTheDocument() throws Exception {
    commit();
    Files.writeString(document, "name: now\n");

    assertThat(Baseline.committed("HEAD").earlier(document))
        .isEqualTo(Earlier.of("name: before\n"));
    assertThat(Baseline.committed("origin/main")).hasToString("origin/main");
  }

  @Test
  void isNoneOfADocumentThatIsNew() throws Exception {
    assertThat(Baseline.committed("HEAD").earlier(document))
        .isEqualTo(Earlier.none("the repository has no commit yet"));
    commit();
    for (String revision : List.of("HEAD~1", "HEAD^", "main~", "HEAD~0~1", "HEAD^0~1")) {
      assertThat(Baseline.committed(revision).earlier(document))
          .isEqualTo(Earlier.none("the history begins after " + revision));
    }
    refuses(
        Baseline.committed("HEAD~2"),
        document,
        "expected the revision HEAD~2 to compare my.yaml with, found only 1 commit in the history"
            + " of HEAD; correct the number");
    assertThat(Baseline.committed("HEAD").earlier(repository.resolve("other.yaml")))
        .isEqualTo(Earlier.none("git has no other.yaml at HEAD"));
  }

  @Test
  void isNoneOutsideOfARepository() throws Exception {
    assertThat(Baseline.committed("HEAD").earlier(folder.resolve("my.yaml")))
        .isEqualTo(Earlier.none("my.yaml is in no git repository"));
  }

  @Test
  void isAFileThatExists() throws Exception {
    Path file = Files.writeString(folder.resolve("before.yaml"), "name: before\n");
    Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});

    assertThat(Baseline.file(file).earlier(document)).isEqualTo(Earlier.of("name: before\n"));
    refusesFile(folder.resolve("befor.yaml"), "no file");
    refusesFile(folder.resolve("baselines/before.yaml"), "no file");
    refusesFile(file.resolve("before.yaml"), "a file that cannot be read");
    refusesFile(folder, "a folder");
    refusesFile(latin, "a file that is not in UTF-8");
  }

  private void refusesFile(Path file, String found) {
    refuses(
        Baseline.file(file),
        document,
        "expected the earlier version of my.yaml in %s, found %s; correct the path, or copy the"
                .formatted(file, found)
            + " document there if it is new");
  }

  @Test
  void isFoundInAShallowCloneThatHasIt() throws Exception {
    assertThat(Baseline.committed("HEAD").earlier(shallowClone()))
        .isEqualTo(Earlier.of("name: now\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD~1", "HEAD~999", "origin/release", "v0.1.0"})
  void cannotBeKnownInAShallowCloneWithoutIt(String revision) throws Exception {
    Path shallow = shallowClone();

    refuses(
        Baseline.committed(revision),
        shallow,
        "expected the revision "
            + revision
            + " to compare my.yaml with, found a shallow clone without it; fetch the whole history,"
            + " in GitHub Actions by 'fetch-depth: 0' at actions/checkout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"origin/mian", "nobody~1", "HEAD~1^2", "v1.O~999", "main@{9}"})
  void cannotBeKnownAtARevisionThatDoesNotExist(String revision) throws Exception {
    commit();

    refuses(
        Baseline.committed(revision),
        document,
        "expected the revision "
            + revision
            + " to compare my.yaml with, found none in the repository; fetch it, or correct its"
            + " name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1.0~999", "v1.0~3", "v1.0^^^", "v1.0~99999999999999999999", "v1.0~~2"})
  void cannotBeKnownFarBeforeTheFirstCommit(String revision) throws Exception {
    commit();
    Files.writeString(document, "name: now\n");
    commit();
    git(repository, "tag", "v1.0");

    refuses(
        Baseline.committed(revision),
        document,
        "expected the revision "
            + revision
            + " to compare my.yaml with, found only 2 commits in the history of v1.0; correct the"
            + " number");
    assertThat(Baseline.committed("v1.0~2").earlier(document))
        .isEqualTo(Earlier.none("the history begins after v1.0~2"));
  }

  @Test
  void cannotBeKnownWithoutGit() {
    assertThatIOException()
        .isThrownBy(() -> new GitDocument("git-of-nobody", document, "HEAD", LIMIT).read())
        .withMessage(
            "expected git to find my.yaml at HEAD, found no program 'git-of-nobody'; install git,"
                + " or compare with a file");
  }

  @Test
  void cannotBeKnownFromABrokenRepository() throws Exception {
    commit();
    delete(repository.resolve(".git/objects"));
    Files.createDirectory(repository.resolve(".git/objects"));
    refuses(
        Baseline.committed("HEAD"),
        document,
        "expected git to find my.yaml at HEAD, found that 'git rev-list' failed in "
            + repository
            + ": fatal: bad object refs/heads/main; repair the repository, or compare with a file");

    Files.delete(repository.resolve(".git/HEAD"));
    refuses(
        Baseline.committed("HEAD"),
        document,
        "expected git to find my.yaml at HEAD, found that 'git rev-parse' failed in "
            + repository
            + ": fatal: not a git repository (or any of the parent directories): .git; repair the"
            + " repository, or compare with a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "--output=x", "main:my.yaml"})
  void refusesWhatIsNoRevision(String revision) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.committed(revision))
        .withMessage("expected a revision of git, such as origin/main, found '" + revision + "'");
  }

  private static void refuses(Baseline baseline, Path document, String sentence) {
    assertThatIOException().isThrownBy(() -> baseline.earlier(document)).withMessage(sentence);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void git(Path directory, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    int status =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolveSibling("git.log").toFile())
            .start()
            .waitFor();
    assertThat(status).as(() -> String.join(" ", command)).isZero();
  }
}
