package io.github.reelay.cli.saved;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** Lines that are made while they are read. */
public final class RepeatingInput extends InputStream {
  private final int lines;
  private final IntFunction<String> line;
  private byte[] current = new byte[0];
  private int at;
  private int next;

  public RepeatingInput(int lines, IntFunction<String> line) {
    this.lines = lines;
    this.line = line;
  }

  @Override
  public int read() {
    if (at == current.length) {
      if (next == lines) {
        return -1;
      }
      current = line.apply(next++).getBytes(StandardCharsets.UTF_8);
      at = 0;
    }
    return current[at++] & 0xff;
  }
}
