package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.Example;
import io.github.reelay.contracttools.spec.Root;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.json.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The canonical task of every example, against the files that the golden tests compare with. */
final class GoldenCheck {
  private static final Path FOLDER = Root.path("contract-tests/src/test/resources/golden");

  private GoldenCheck() {}

  static Stream<String> complaints(Subject subject) {
    Spec spec = subject.spec();
    Dialect dialect = subject.client().dialect();
    List<Example> examples = spec.examples();
    return golden(spec.provider()).stream()
        .flatMap(file -> complaints(file, spec, dialect, examples));
  }

  private static Stream<String> complaints(
      Path file, Spec spec, Dialect dialect, List<Example> examples) {
    String name = file.getFileName().toString().replace(".json", "");
    return examples.stream()
        .filter(example -> example.name().equals(name))
        .findFirst()
        .map(example -> complaints(file, spec.queriedId(), dialect, example))
        .orElseGet(
            () -> Stream.of(name + ": expected an example for this golden file, found none"));
  }

  private static Stream<String> complaints(Path file, String id, Dialect dialect, Example example) {
    String found = CanonicalJson.pretty(RecordedQuery.of(dialect, id, example).result());
    List<String> lines = found.lines().toList();
    List<String> expected = read(file).lines().toList();
    for (int i = 0; i < Math.min(lines.size(), expected.size()); i++) {
      if (!lines.get(i).equals(expected.get(i))) {
        return Stream.of(
            "%s: expected %s, found %s"
                .formatted(example.name(), member(expected.get(i)), member(lines.get(i))));
      }
    }
    return lines.size() == expected.size()
        ? Stream.of()
        : Stream.of(example.name() + ": expected another length");
  }

  private static String member(String line) {
    return line.strip().replaceFirst(",$", "");
  }

  private static List<Path> golden(String provider) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(provider))) {
      return files.sorted().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
