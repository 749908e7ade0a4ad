package io.github.reelay.benchmarks.peers;

import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A client whose library is on no other class path than its own: named by a class that is a
 * function from the base URL to a query, and whose text is the name of its rows.
 */
final class ForeignClient {
  private ForeignClient() {}

  /** Whether a client's name is that of such a class. */
  static boolean isNamed(String name) {
    return name.contains(".");
  }

  @SuppressWarnings("unchecked") // the class is ours; only its library is not
  static Load load(String name, String baseUrl, int callers) throws ReflectiveOperationException {
    Object made = Class.forName(name).getConstructor().newInstance();
    var query = ((Function<String, Callable<Boolean>>) made).apply(baseUrl);
    return new BlockingCallers(made.toString(), callers, query);
  }
}
