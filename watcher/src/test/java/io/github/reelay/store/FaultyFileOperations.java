package io.github.reelay.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A disk that fails at chosen steps, and remembers all of them. */
final class FaultyFileOperations extends FileOperations {
  /** What every step did, in order. */
  final List<String> steps = new ArrayList<>();

  /** Whether a step of that name fails; called once a step. */
  Predicate<String> fails = step -> false;

  /** How much of its bytes a write that fails has written. */
  double written = 0.5;

  /** Whether a failure is the end of the process, which nothing in it can handle. */
  boolean deadly;

  static final class Died extends Error {
    private static final long serialVersionUID = 1;

    Died(String step) {
      super("died at " + step);
    }
  }

  /** One on which the process dies at a step, counted from 0. */
  static FaultyFileOperations dyingAt(int step, double written) {
    FaultyFileOperations disk = new FaultyFileOperations();
    disk.deadly = true;
    disk.written = written;
    disk.fails = name -> disk.steps.size() == step + 1;
    return disk;
  }

  private void step(String name) throws IOException {
    if (fails(name)) {
      throw failure(name);
    }
  }

  private boolean fails(String name) {
    steps.add(name);
    return fails.test(name);
  }

  private IOException failure(String name) {
    if (deadly) {
      throw new Died(name);
    }
    return new IOException(name + " failed");
  }

  @Override
  void create(Path file, Path like) throws IOException {
    step("create");
    super.create(file, like);
  }

  @Override
  void write(RandomAccessFile file, byte[] bytes, int length) throws IOException {
    if (fails("write")) {
      super.write(file, bytes, (int) (length * written));
      throw failure("write");
    }
    super.write(file, bytes, length);
  }

  @Override
  void force(RandomAccessFile file) throws IOException {
    step("force");
    super.force(file);
  }

  @Override
  void truncate(RandomAccessFile file, long length) throws IOException {
    step("truncate");
    super.truncate(file, length);
  }

  @Override
  void replace(Path file, Path by) throws IOException {
    step("replace");
    super.replace(file, by);
  }

  @Override
  void forceFolder(Path folder) throws IOException {
    step("forceFolder");
    super.forceFolder(folder);
  }
}
