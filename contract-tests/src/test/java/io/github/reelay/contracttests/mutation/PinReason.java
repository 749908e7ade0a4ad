package io.github.reelay.contracttests.mutation;

import com.fasterxml.jackson.databind.JsonNode;
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

  /** Those that are stated. */
  static List<PinReason> stated() {
    List<PinReason> reasons = new ArrayList<>();
    for (JsonNode stated : TestResources.json("mutation/pin-reasons.json")) {
      reasons.add(
          new PinReason(
              stated.get("provider").asText(),
              stated.get("interaction").asText(),
              stated.get("pointer").asText(),
              stated.get("reason").asText()));
    }
    return reasons;
  }

  boolean covers(PinnedField pin) {
    return pin.response().provider().equals(provider)
        && pin.response().description().matches(interaction)
        && pin.pointer().matches(pointer);
  }

  /** What to say of a reason that no pin needs. */
  String sentence() {
    return ("expected a pin of %s that needs the reason '%s' (%s in '%s'), found none; remove it"
            + " from mutation/pin-reasons.json")
        .formatted(provider, reason, pointer, interaction);
  }
}
