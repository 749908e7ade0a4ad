package io.github.reelay.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal of some size shows of what was written to it; refuses what it does not know. */
public final class VirtualTerminal extends ByteArrayOutputStream {
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[(\\d*)([@A-Za-z])");

  private final int columns;
  private final int rows;

  public VirtualTerminal(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** All lines, those that have left the screen included, without blank ones at the end. */
  public List<String> lines() {
    Cells cells = new Cells();
    String text = toString(StandardCharsets.UTF_8);
    Matcher sequence = SEQUENCE.matcher(text);
    for (int at = 0; at < text.length(); ) {
      if (sequence.region(at, text.length()).lookingAt()) {
        String number = sequence.group(1);
        cells.steer(sequence.group(2).charAt(0), number.isEmpty() ? 1 : Integer.parseInt(number));
        at = sequence.end();
      } else {
        cells.put(text.charAt(at));
        at++;
      }
    }
    return cells.lines();
  }

  private final class Cells {
    private final List<char[]> all = new ArrayList<>();
    private int x;
    private int y;
    private int top;

    Cells() {
      line(0);
    }

    private char[] line(int number) {
      while (all.size() <= number) {
        char[] fresh = new char[columns];
        Arrays.fill(fresh, ' ');
        all.add(fresh);
      }
      return all.get(number);
    }

    void put(char c) {
      switch (c) {
        case '\r' -> x = 0;
        case '\n' -> {
          y++;
          x = 0; // as a terminal's driver does it
          top = Math.max(top, y - rows + 1);
        }
        default -> {
          if (c < ' ' || x == columns) {
            throw new IllegalStateException("expected no wrap and no control, found " + (int) c);
          }
          line(y)[x++] = c;
        }
      }
    }

    void steer(char command, int number) {
      switch (command) {
        case 'A' -> y = Math.max(top, y - number);
        case 'B' -> y = Math.min(top + rows - 1, y + number);
        case 'C' -> x = Math.min(columns - 1, x + number);
        case 'D' -> x = Math.max(0, x - number);
        case 'K' -> Arrays.fill(line(y), x, columns, ' ');
        case 'P' -> {
          char[] line = line(y);
          System.arraycopy(line, x + number, line, x, columns - x - number);
          Arrays.fill(line, columns - number, columns, ' ');
        }
        case 'L' -> {
          line(top + rows - 1);
          for (int i = 0; i < number; i++) {
            char[] fresh = all.remove(top + rows - 1);
            Arrays.fill(fresh, ' ');
            all.add(y, fresh);
          }
        }
        case 'M' -> {
          line(top + rows - 1);
          for (int i = 0; i < number; i++) {
            char[] fresh = all.remove(y);
            Arrays.fill(fresh, ' ');
            all.add(top + rows - 1, fresh);
          }
        }
        case '@' -> {
          char[] line = line(y);
          System.arraycopy(line, x, line, x + number, columns - x - number);
        }
        case 'm' -> {} // a colour: it is not looked at here
        default -> throw new IllegalStateException("expected a known command, found " + command);
      }
    }

    List<String> lines() {
      List<String> lines =
          new ArrayList<>(all.stream().map(line -> new String(line).stripTrailing()).toList());
      while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
        lines.remove(lines.size() - 1);
      }
      return lines;
    }
  }
}
