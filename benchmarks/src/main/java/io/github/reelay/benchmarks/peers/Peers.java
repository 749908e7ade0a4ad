package io.github.reelay.benchmarks.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/run peers}: every comparison that {@code docs/benchmarks.md} shows, as a table
 * in Markdown on standard output; with a folder, the raw figures and the pictures into it. {@code
 * --brief FILE} measures less, and fails if a ratio has become worse than that file's.
 */
final class Peers {
  private static final String OPENAI = "io.github.reelay.benchmarks.openai.OpenAiVideos";

  private final Settings settings;
  private final List<Row> rows = new ArrayList<>();

  private Peers(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param arguments the project's root, the folder of the peers' libraries, the {@code java} to
   *     measure with, and then nothing, a folder, or {@code --brief} and a file of raw figures
   */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(arguments[0]);
    Path foreign = Path.of(arguments[1]);
    boolean brief = arguments.length > 4 && arguments[3].equals("--brief");
    Settings settings =
        brief
            ? Settings.brief(arguments[2], foreign, root)
            : Settings.full(arguments[2], foreign, root);
    Peers peers = new Peers(settings);
    peers.measure();
    peers.print();
    if (brief) {
      System.exit(peers.isWorseThan(RawFile.ratios(Path.of(arguments[4]))) ? 1 : 0);
    } else if (arguments.length > 3) {
      peers.write(Path.of(arguments[3]));
    }
  }

  private void measure() throws Exception {
    Pair openai = Pair.run(settings, "reelay", OPENAI);
    rows.add(openai.rate("query-openai-rate", Goal.atLeast(1.8)));
    rows.add(openai.cpu("query-openai-cpu", Goal.atMost(0.5)));
    rows.add(openai.bytes("query-openai-bytes", Goal.atMost(0.5)));
    rows.add(Pair.run(settings, "reelay", "feign").cpu("query-feign-cpu", Goal.atMost(0.75)));
    rows.add(Pair.run(settings, "async", "transport").cpu("async-cpu", Goal.atMost(1.25)));
    for (int tasks : settings.brief() ? new int[] {1_000} : new int[] {1_000, 10_000, 100_000}) {
      Pair watcher = Pair.run(settings, "watcher-" + tasks, "transport");
      rows.add(watcher.rate("watcher-" + tasks + "-rate", Goal.atLeast(0.7)));
      rows.add(watcher.cpu("watcher-" + tasks + "-cpu", Goal.NONE));
    }
    if (!settings.brief()) { // what is measured before it is compiled says nothing
      rows.addAll(Decoding.run(settings));
    }
    rows.addAll(StartUps.run(settings));
  }

  private void print() {
    System.out.println("| what | unit | Reelay | peer | ratio | goal | met |");
    System.out.println("|---|---|---|---|---|---|---|");
    rows.forEach(row -> System.out.println(row.line()));
  }

  private boolean isWorseThan(Map<String, Double> before) {
    boolean worse = false;
    for (Row row : rows) {
      Double then = before.get(row.name());
      if (then != null && row.hasMeasuredPeer() && row.goal().isWorse(row.ratio(), then)) {
        System.err.printf(
            "expected %s to be within a quarter of %.2f, found %s%n",
            row.name(), then, row.ratio().shown());
        worse = true;
      }
    }
    return worse;
  }

  private void write(Path folder) throws Exception {
    Files.createDirectories(folder);
    RawFile.write(folder.resolve("raw.csv"), rows);
    Files.writeString(
        folder.resolve("cpu.svg"),
        Plot.svg(
            "CPU per query, in microseconds",
            rows.stream().filter(row -> row.name().matches("query-.*-cpu|async-cpu")).toList()));
    Files.writeString(
        folder.resolve("tasks.svg"),
        Plot.svg(
            "CPU per query of a watcher, in microseconds, by number of tasks",
            rows.stream().filter(row -> row.name().matches("watcher-.*-cpu")).toList()));
  }
}
