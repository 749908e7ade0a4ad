package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a field is pinned although the canonical task does not need it.
 *
 * @param provider the provider's name
 * @param interaction regular expression for the whole description of the interactions
 * @param pointer regular expression for the whole JSON Pointer to the field
 * @param reason why
 */
record PinReason(String provider, String interaction, String pointer, String reason) {

  /** Those that are stated for a provider; none if it has no file of them. */
  static List<PinReason> stated(String provider) {
    List<PinReason> reasons = new ArrayList<>();
    if (!Files.exists(TestResources.path(file(provider)))) {
      return reasons;
    }
    for (JsonNode stated : TestResources.json(file(provider))) {
      reasons.add(
          new PinReason(
              provider,
              stated.get("interaction").asText(),
              stated.get("pointer").asText(),
              stated.get("reason").asText()));
    }
    return reasons;
  }

  /** The file of the reasons of a provider. */
  static String file(String provider) {
    return "mutation/pin-reasons/" + provider + ".json";
  }

  boolean covers(PinnedField pin) {
    return pin.response().provider().equals(provider)
        && pin.response().description().matches(interaction)
        && pin.pointer().matches(pointer);
  }

  /** What to say of a reason that no pin needs. */
  String sentence() {
    return ("expected a pin of %s that needs the reason '%s' (%s in '%s'), found none; remove it"
            + " from %s")
        .formatted(provider, reason, pointer, interaction, file(provider));
  }
}
