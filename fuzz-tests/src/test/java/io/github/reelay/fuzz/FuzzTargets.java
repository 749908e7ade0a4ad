package io.github.reelay.fuzz;

import io.github.reelay.internal.download.format.VideoTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Targets that take the same inputs. A process that fuzzes needs seconds to start, so there are as
 * few of them as there are kinds of input.
 *
 * @param all the targets
 */
record FuzzTargets(List<FuzzTarget> all) {
  /** The kinds of input. */
  static final List<String> KINDS = List.of("responses", "files");

  /**
   * The targets of that kind of input.
   *
   * @param folder for their files
   */
  static FuzzTargets of(String kind, Path folder) {
    return switch (kind) {
      case "responses" -> new FuzzTargets(List.of(new ReaderTarget(), new MapperTarget()));
      case "files" -> new FuzzTargets(List.of(new JournalTarget(folder), new VideoTarget()));
      default -> throw new IllegalArgumentException("expected one of " + KINDS + ", found " + kind);
    };
  }

  /** Lets each of them take the input, at no more than it may cost. */
  void take(byte[] input) throws IOException {
    for (FuzzTarget each : all) {
      Cost.check(each, input);
    }
  }

  /** The inputs that the fuzzer begins with, by name. */
  Map<String, byte[]> seeds() {
    Map<String, byte[]> seeds = new TreeMap<>();
    all.forEach(each -> seeds.putAll(each.seeds()));
    return seeds;
  }
}
