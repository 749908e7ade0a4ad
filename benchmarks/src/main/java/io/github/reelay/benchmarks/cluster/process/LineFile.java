package io.github.reelay.benchmarks.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines that outlive the process, however it ends: each is handed to the operating system. */
final class LineFile {
  private final OutputStream out;

  LineFile(Path file) throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void add(String lines) {
    try {
      out.write((lines + "\n").getBytes(UTF_8));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
