package io.github.reelay.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All measurements of a run: one line for each row and round, as {@code name,round,ours,theirs}.
 */
final class RawFile {
  private static final String HEAD = "row,round,reelay,peer";

  private RawFile() {}

  static void write(Path file, List<Row> rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    for (Row row : rows) {
      IntStream.range(0, row.subject().size())
          .mapToObj(
              i -> row.name() + "," + i + "," + row.subject().get(i) + "," + row.peer().get(i))
          .forEach(lines::add);
    }
    Files.write(file, lines);
  }

  /** The median ratio of each row of a file. */
  static Map<String, Double> ratios(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.groupingBy(
                line -> line[0],
                Collectors.collectingAndThen(
                    Collectors.mapping(RawFile::ratio, Collectors.toList()),
                    all -> Figure.of(all).median())));
  }

  private static Double ratio(String[] line) {
    return Double.parseDouble(line[2]) / Double.parseDouble(line[3]);
  }
}
