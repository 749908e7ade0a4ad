package io.github.reelay.cli.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The terminal behind standard error, if there is one. Java does not know, nor how large it is;
 * every POSIX shell does. Determined once, and again after the window has changed.
 */
final class Tty implements Supplier<@Nullable ScreenSize> {
  private static final ScreenSize USUAL = new ScreenSize(80, 24);

  private boolean known;
  private @Nullable ScreenSize size;

  /** The size; null if standard error is no terminal, or its size cannot be found. */
  @Override
  public synchronized @Nullable ScreenSize get() {
    if (!known) {
      known = true;
      size = measured();
      if (size != null) {
        Signals.register("WINCH", this::changed);
      }
    }
    return size;
  }

  private synchronized void changed() {
    known = false;
  }

  private static @Nullable ScreenSize measured() {
    try {
      Process shell =
          new ProcessBuilder("sh", "-c", "test -t 2 && { stty size <&2 2>/dev/null || echo 0 0; }")
              .redirectError(Redirect.INHERIT)
              .start();
      shell.getOutputStream().close();
      String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return shell.waitFor() == 0 ? read(output) : null;
    } catch (IOException noShell) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static ScreenSize read(String output) {
    Matcher matcher = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*").matcher(output);
    if (!matcher.matches()) {
      return USUAL;
    }
    int rows = Integer.parseInt(matcher.group(1));
    int columns = Integer.parseInt(matcher.group(2));
    return rows == 0 || columns == 0 ? USUAL : new ScreenSize(columns, rows);
  }
}
