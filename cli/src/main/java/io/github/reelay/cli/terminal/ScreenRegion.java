package io.github.reelay.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * The last lines of a terminal, drawn in place. JLine finds out what little has to be written for a
 * change, and how wide a character is. It writes what every terminal since the VT100 understands,
 * touches neither the input nor the mode of the terminal, and so has nothing to restore.
 */
final class ScreenRegion {
  private final DumbTerminal terminal;
  private Display display;
  private ScreenSize size;
  private boolean empty = true;

  ScreenRegion(PrintStream out, ScreenSize size) {
    try {
      terminal =
          new DumbTerminal(
              "reelay", "ansi", InputStream.nullInputStream(), out, StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing is opened", impossible);
    }
    this.size = size;
    this.display = display(size);
  }

  private Display display(ScreenSize size) {
    Display fresh = new Display(terminal, false);
    fresh.resize(size.rows(), size.columns());
    return fresh;
  }

  /** Draws these lines in place of those that were drawn before, cut to the width. */
  void draw(List<String> lines, ScreenSize now) {
    if (!now.equals(size)) {
      resize(now);
    }
    // One column stays free: a full line would wrap.
    int width = Math.max(0, size.columns() - 1);
    List<AttributedString> cut =
        lines.stream()
            .map(line -> new AttributedString(CommandContext.harmless(line)))
            .map(line -> line.columnSubSequence(0, width))
            .map(
                line ->
                    AttributedString.join(AttributedString.EMPTY, line, AttributedString.NEWLINE))
            .toList();
    display.update(cut, -1);
    empty = lines.isEmpty();
  }

  /** Removes the lines; the cursor stands where they began. */
  void clear() {
    display.update(List.of(), 0);
    empty = true;
  }

  /** The terminal may have wrapped the old lines, so they are left as they are. */
  private void resize(ScreenSize now) {
    if (!empty) {
      terminal.writer().print("\r\n");
    }
    size = now;
    display = display(now);
  }
}
