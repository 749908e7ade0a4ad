package io.github.reelay.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Runs the tests of a contract, as JUnit would, and keeps what becomes of each. */
final class KitRun {
  private final Map<String, String> outcomes = new LinkedHashMap<>();

  private KitRun() {}

  /** By the names of test and containers: {@code passed}, {@code skipped}, or what it says. */
  static Map<String, String> of(DialectContract contract) {
    KitRun run = new KitRun();
    run.run("", contract.tests());
    return run.outcomes;
  }

  private void run(String within, Stream<? extends DynamicNode> nodes) {
    nodes.forEach(
        node -> {
          String name = within + node.getDisplayName();
          if (node instanceof DynamicContainer container) {
            run(name + ": ", container.getChildren());
          } else {
            outcomes.put(name, outcome((DynamicTest) node));
          }
        });
  }

  private static String outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "passed";
    } catch (Throwable failed) { // what an executable may throw; JUnit skips what is aborted
      return failed.getClass().getSimpleName().equals("TestAbortedException")
          ? "skipped"
          : String.valueOf(failed.getMessage());
    }
  }
}
