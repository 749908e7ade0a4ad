package io.github.reelay.kit;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.dialect.document.LoadedDialect;
import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.Failure;
import io.github.reelay.failure.FailureKind;
import io.github.reelay.json.CurlOutput;
import io.github.reelay.task.TaskStatus;
import io.github.reelay.task.VideoTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * One response that was saved, or that a document gives as an example.
 *
 * @param dialect what reads it
 * @param name the name of the file without its ending, or of the example
 * @param response with the status of the example, or of the head that was saved; else 200
 */
record SavedFile(Dialect dialect, String name, RecordedResponse response) {

  /**
   * The examples of a document, and the files of a folder.
   *
   * @throws UncheckedIOException if one cannot be read
   * @throws IllegalArgumentException if two have one name
   */
  static List<SavedFile> all(Dialect dialect, Path document, @Nullable Path folder) {
    Map<String, RecordedResponse> found = new TreeMap<>();
    if (dialect instanceof LoadedDialect loaded) {
      loaded.examples().forEach((name, response) -> put(found, name, response));
      for (String file : loaded.exampleFiles()) {
        put(found, document.resolveSibling(file));
      }
    }
    if (folder != null) {
      files(folder).forEach(file -> put(found, file));
    }
    List<SavedFile> all = new ArrayList<>();
    found.forEach((name, response) -> all.add(new SavedFile(dialect, name, response)));
    return all;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void put(Map<String, RecordedResponse> found, Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    try {
      put(
          found,
          dot < 0 ? name : name.substring(0, dot),
          CurlOutput.read(Files.readAllBytes(file)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void put(
      Map<String, RecordedResponse> found, String name, RecordedResponse response) {
    if (found.put(name, response) != null) {
      throw new IllegalArgumentException(
          "expected names that differ, found a second response '" + name + "'; rename one of them");
    }
  }

  QueryResult result() {
    return dialect.read(dialect.profile().name(), null, response);
  }

  /** Fails unless a task of a known status, or a documented error, is read. */
  void requireRead() {
    QueryResult result = result();
    String wrong =
        switch (result.kind()) {
          case FOUND -> wrong(result.taskOrThrow());
          case FAILED -> wrong(((QueryResult.Failed) result).failure());
        };
    if (wrong != null) {
      throw new AssertionError(name + ": " + wrong);
    }
  }

  private static @Nullable String wrong(VideoTask task) {
    return task.status() == TaskStatus.UNKNOWN
        ? "expected a status text that the document names, found '"
            + task.providerStatus()
            + "'; say what it means"
        : null;
  }

  private static @Nullable String wrong(Failure failure) {
    return failure.kind() == FailureKind.UNREADABLE_RESPONSE
        ? String.valueOf(failure.diagnosis())
        : null;
  }

  /**
   * Fails if the response differs from the contract; skipped for the short form, which is no
   * contract.
   */
  void requireNoDrift() {
    Assumptions.assumeTrue(
        dialect.hasContract(), "the short form is no contract, so no response can drift from it");
    QueryResult result = result();
    if (!result.findings().isEmpty()) {
      throw new AssertionError(
          result.findings().stream()
              .map(
                  finding ->
                      "%s: expected a response as documented, found %s at %s: %s; declare it in the"
                              .formatted(
                                  name,
                                  finding.kind().jsonName(),
                                  finding.pointer(),
                                  finding.detail())
                          + " document, or take the response away")
              .collect(Collectors.joining(System.lineSeparator())));
    }
  }
}
