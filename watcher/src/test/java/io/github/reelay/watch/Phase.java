package io.github.reelay.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a provider answers every query in the same way.
 *
 * @param provider its name
 * @param kind how it answers
 * @param from when that begins
 * @param to when it is over
 */
record Phase(String provider, Kind kind, Duration from, Duration to) {

  /** How a provider answers every query. */
  enum Kind {
    /** The key is revoked. */
    REVOKED,
    /** The key is another account's, which has none of the tasks. */
    SWAPPED,
    /** The provider restarts. */
    RESTARTING,
    /** The base URL has one /v1 too many. */
    MISTYPED
  }

  /** One of each, at minutes that chance decides; a provider has them in different hours. */
  static List<Phase> draw(List<String> providers, SplittableRandom random) {
    List<Phase> phases = new ArrayList<>();
    for (String provider : providers) {
      phases.add(of(provider, Kind.REVOKED, 50 + random.nextInt(50), 10));
      phases.add(of(provider, Kind.SWAPPED, 130 + random.nextInt(50), 6));
      phases.add(of(provider, Kind.RESTARTING, 210 + random.nextInt(50), 4));
    }
    return phases;
  }

  static Phase mistyped(String provider) {
    return of(provider, Kind.MISTYPED, 0, 24 * 60);
  }

  private static Phase of(String provider, Kind kind, int minute, int minutes) {
    Duration from = Duration.ofMinutes(minute);
    return new Phase(provider, kind, from, from.plusMinutes(minutes));
  }

  /** The phase in which the query falls; null if it falls in none. */
  static @Nullable Phase of(List<Phase> phases, Relays.Query query) {
    for (Phase phase : phases) {
      if (phase.provider.equals(query.handle().provider()) && phase.contains(query.at())) {
        return phase;
      }
    }
    return null;
  }

  boolean contains(Duration at) {
    return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
  }

  Reply reply() {
    return switch (kind) {
      case REVOKED -> Reply.of(401);
      case SWAPPED -> Reply.denial(provider);
      case RESTARTING -> Reply.restarting();
      case MISTYPED -> Reply.wrongPath();
    };
  }
}
