package io.github.reelay.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a provider responds to every query in the same way.
 *
 * @param provider its name
 * @param kind how it responds
 * @param from when that begins
 * @param to when it is over
 */
record ProviderPhase(String provider, Kind kind, Duration from, Duration to) {

  /** How a provider responds to every query. */
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
  static List<ProviderPhase> draw(List<String> providers, SplittableRandom random) {
    List<ProviderPhase> providerPhases = new ArrayList<>();
    for (String provider : providers) {
      providerPhases.add(of(provider, Kind.REVOKED, 50 + random.nextInt(50), 10));
      providerPhases.add(of(provider, Kind.SWAPPED, 130 + random.nextInt(50), 6));
      providerPhases.add(of(provider, Kind.RESTARTING, 210 + random.nextInt(50), 4));
    }
    return providerPhases;
  }

  static ProviderPhase mistyped(String provider) {
    return of(provider, Kind.MISTYPED, 0, 24 * 60);
  }

  private static ProviderPhase of(String provider, Kind kind, int minute, int minutes) {
    Duration from = Duration.ofMinutes(minute);
    return new ProviderPhase(provider, kind, from, from.plusMinutes(minutes));
  }

  /** The phase in which the query falls; null if it falls in none. */
  static @Nullable ProviderPhase of(
      List<ProviderPhase> providerPhases, ScriptedProviders.Query query) {
    for (ProviderPhase providerPhase : providerPhases) {
      if (providerPhase.provider.equals(query.handle().provider())
          && providerPhase.contains(query.at())) {
        return providerPhase;
      }
    }
    return null;
  }

  boolean contains(Duration at) {
    return at.compareTo(from) >= 0 && at.compareTo(to) < 0;
  }

  SimulatedResponse response() {
    return switch (kind) {
      case REVOKED -> SimulatedResponse.of(401);
      case SWAPPED -> SimulatedResponse.denial(provider);
      case RESTARTING -> SimulatedResponse.restarting();
      case MISTYPED -> SimulatedResponse.wrongPath();
    };
  }
}
