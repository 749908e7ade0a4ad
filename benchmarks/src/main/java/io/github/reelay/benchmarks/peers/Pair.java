package io.github.reelay.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Two clients against one server, each in its own JVM, their windows in turn: the one that waits
 * does nothing.
 */
final class Pair {
  private final Settings settings;
  private final List<Window> subject = new ArrayList<>();
  private final List<Window> peer = new ArrayList<>();
  private final String what;

  private Pair(Settings settings, String what) {
    this.settings = settings;
    this.what = what;
  }

  static Pair run(Settings settings, String subject, String peer) throws IOException {
    Path foreign = settings.foreign();
    try (ChildJvm server =
        new ChildJvm(settings.java(), ClassPaths.ours(), ResponseServer.class, List.of())) {
      String base = "http://127.0.0.1:" + server.read();
      try (ChildJvm ours = client(settings, subject, foreign, base);
          ChildJvm theirs = client(settings, peer, foreign, base)) {
        Pair pair = new Pair(settings, ours.read() + ", beside " + theirs.read());
        pair.run(ours, theirs);
        return pair;
      }
    }
  }

  private static ChildJvm client(Settings settings, String name, Path foreign, String base)
      throws IOException {
    return new ChildJvm(
        settings.java(), ClassPaths.of(name, foreign), Worker.class, List.of(name, base));
  }

  private void run(ChildJvm ours, ChildJvm theirs) throws IOException {
    System.err.println(what);
    for (int round = 0; round < settings.warmUps(); round++) {
      window(ours, settings.warmUp());
      window(theirs, settings.warmUp());
    }
    for (int round = 0; round < settings.rounds(); round++) {
      subject.add(window(ours, settings.window()));
      peer.add(window(theirs, settings.window()));
    }
  }

  private static Window window(ChildJvm client, long millis) throws IOException {
    Window window = Window.parse(client.send(Long.toString(millis)));
    if (window.errors() > 0) {
      throw new IOException("expected no errors, found a window with " + window.line());
    }
    return window;
  }

  /** A row of requests a second. */
  Row rate(String name, Goal goal) {
    return row(name, "requests/s", goal, Window::perSecond);
  }

  /** A row of CPU time per call. */
  Row cpu(String name, Goal goal) {
    return row(name, "µs CPU/call", goal, Window::cpuMicrosPerCall);
  }

  /** A row of allocated bytes per call. */
  Row bytes(String name, Goal goal) {
    return row(name, "bytes/call", goal, Window::bytesPerCall);
  }

  private Row row(String name, String unit, Goal goal, ToDoubleFunction<Window> figure) {
    return new Row(name, what, unit, goal, figures(subject, figure), figures(peer, figure));
  }

  private static List<Double> figures(List<Window> windows, ToDoubleFunction<Window> figure) {
    return windows.stream().map(figure::applyAsDouble).toList();
  }
}
