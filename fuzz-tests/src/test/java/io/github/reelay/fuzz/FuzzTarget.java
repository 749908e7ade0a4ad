package io.github.reelay.fuzz;

import java.io.IOException;
import java.util.Map;

/** Code that reads bytes from outside. */
public interface FuzzTarget {

  /**
   * Reads one input and checks what came out.
   *
   * @throws AssertionError if a promise is broken; any other exception is a defect as well, because
   *     the target catches those that the code documents
   */
  void take(byte[] input) throws IOException;

  /** The inputs that the fuzzer begins with, by name. */
  Map<String, byte[]> seeds();
}
