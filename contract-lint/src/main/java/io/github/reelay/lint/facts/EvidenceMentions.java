package io.github.reelay.lint.facts;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Collects the numbers of evidence in the texts of a source tree: code, tests and their files. */
final class EvidenceMentions extends SimpleFileVisitor<Path> {
  private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", "dist");

  private static final String OWN_TESTS = "/contract-lint/src/test/";

  private final Pattern number;
  private final List<Reference> found = new ArrayList<>();

  private EvidenceMentions(String letters) {
    this.number = Pattern.compile("\\b[" + letters + "]E[1-9]\\d?\\b");
  }

  /**
   * The mentions below a folder.
   *
   * @param root the folder
   * @param letters of the registers
   * @throws IOException if it cannot be read
   */
  static References in(Path root, String letters) throws IOException {
    EvidenceMentions mentions = new EvidenceMentions(letters);
    Files.walkFileTree(root, mentions);
    return new References(mentions.found, List.of());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    String name = String.valueOf(folder.getFileName());
    return NOT_SOURCES.contains(name) || name.startsWith(".")
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = String.valueOf(file.getFileName());
    boolean ownTest = file.toString().contains(OWN_TESTS); // of registers that do not exist
    if (!ownTest && file.toString().contains("/src/") && name.matches(".+\\.(java|json)")) {
      number
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .forEach(each -> found.add(new Reference(each, Reference.Kind.TEST, name)));
    }
    return FileVisitResult.CONTINUE;
  }
}
