package io.github.reelay.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenRegionTest {
  private static final int STEPS = 300;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void showsWhateverComesAsItIs(int seed) {
    Random random = new Random(seed);
    ScreenSize size = new ScreenSize(3 + random.nextInt(30), 2 + random.nextInt(8));
    VirtualTerminal terminal = new VirtualTerminal(size.columns(), size.rows());
    PrintStream out = new PrintStream(terminal, true, StandardCharsets.UTF_8);
    ScreenRegion region = new ScreenRegion(out, size);
    List<String> expected = new ArrayList<>();
    int said = 0;

    for (int step = 0; step < STEPS; step++) {
      if (random.nextInt(10) == 0) {
        region.clear();
        out.print("!\n");
        expected.subList(said, expected.size()).clear();
        expected.add("!");
        said++;
      }
      List<String> lines = lines(random, size);
      region.draw(lines, size);

      expected.subList(said, expected.size()).clear();
      lines.forEach(line -> expected.add(cut(line, size.columns() - 1)));
      assertThat(terminal.lines()).as("step " + step).isEqualTo(expected);
    }
  }

  private static List<String> lines(Random random, ScreenSize size) {
    List<String> lines = new ArrayList<>();
    int count = random.nextInt(size.rows());
    for (int i = 0; i < count; i++) {
      lines.add("abcde".repeat(8).substring(random.nextInt(4), 5 + random.nextInt(30)));
    }
    return lines;
  }

  private static String cut(String line, int width) {
    return line.substring(0, Math.min(width, line.length()));
  }
}
