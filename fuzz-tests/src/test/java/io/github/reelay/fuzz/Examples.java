package io.github.reelay.fuzz;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.sandbox.Sandbox;
import io.github.reelay.sandbox.SandboxResponse;
import io.github.reelay.sandbox.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The documented responses of every provider, the same in each run. */
final class Examples {
  private Examples() {}

  /** The contracts of all providers that a program finds. */
  static List<Dialect> dialects() {
    return StreamSupport.stream(Dialect.installed().spliterator(), false).toList();
  }

  /** The responses by provider and name, with their times moved to 2026-01-14. */
  static Map<String, SandboxResponse> all() {
    Map<String, SandboxResponse> all = new TreeMap<>();
    SettableClock clock = SettableClock.at(Instant.parse("2026-01-14T08:43:42Z"));
    try (Sandbox sandbox = Sandbox.builder().clock(clock).random(new Random(1)).start()) {
      for (Dialect dialect : dialects()) {
        String provider = dialect.profile().name();
        for (String name : sandbox.examples(provider)) {
          all.put(provider + "-" + name, sandbox.example(provider, name));
        }
      }
    }
    return all;
  }
}
