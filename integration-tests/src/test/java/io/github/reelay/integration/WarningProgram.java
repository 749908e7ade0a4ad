package io.github.reelay.integration;

import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.provider.Provider;
import io.github.reelay.provider.toapis.ToapisDialect;
import java.nio.charset.StandardCharsets;

/** A program whose listener throws, of which Reelay warns. */
final class WarningProgram {
  private WarningProgram() {}

  public static void main(String... args) {
    byte[] body = "{\"id\":\"a\",\"status\":\"odd\"}".getBytes(StandardCharsets.UTF_8);
    try (Provider provider =
        Provider.builder(new ToapisDialect())
            .findings(
                (name, findings, observedAt) -> {
                  throw new IllegalStateException("mine");
                })
            .build()) {
      provider.read("a", RecordedResponse.ofBody(body));
    }
  }
}
