package io.github.reelay.contracttests.spec;

import io.github.reelay.dialect.Dialect;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.codex22.Codex22Dialect;
import io.github.reelay.provider.toapis.ToapisDialect;
import io.github.reelay.provider.xingchaoyiqing.XingchaoyiqingDialect;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Providers for tests, with a clock that stands still. */
public final class Relays {
  /** When every answer of a test comes; after all times in the examples. */
  public static final Instant OBSERVED_AT = Instant.parse("2026-03-26T03:00:00Z");

  /** The key that tests send. */
  public static final String KEY = "test-key";

  private Relays() {}

  /** The dialect of that provider. */
  public static Dialect dialect(String provider) {
    return switch (provider) {
      case "toapis" -> new ToapisDialect();
      case "xingchaoyiqing" -> new XingchaoyiqingDialect();
      case "22codex" -> new Codex22Dialect();
      default -> throw new IllegalArgumentException("expected a provider, found " + provider);
    };
  }

  /** The provider at that address; the caller closes it. */
  public static Provider at(String provider, URI baseUrl) {
    return Provider.builder(dialect(provider))
        .baseUrl(baseUrl)
        .key(() -> KEY)
        .clock(Clock.fixed(OBSERVED_AT, ZoneOffset.UTC))
        .build();
  }
}
