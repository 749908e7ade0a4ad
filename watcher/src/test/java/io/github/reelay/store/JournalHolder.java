package io.github.reelay.store;

import java.io.IOException;
import java.nio.file.Path;

/** The other process: opens a journal, says how that went, and holds it until its input ends. */
final class JournalHolder {
  private JournalHolder() {}

  public static void main(String[] arguments) throws IOException {
    try (HandleStore store = JournalHandleStore.open(Path.of(arguments[0]))) {
      System.out.println("open " + store.handles().size());
      System.in.transferTo(System.out);
    } catch (IOException refused) {
      System.out.println(refused.getMessage());
    }
  }

  static Process start(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            JournalHolder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }
}
