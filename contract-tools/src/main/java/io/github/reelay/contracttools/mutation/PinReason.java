package io.github.reelay.contracttools.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a field is pinned although the canonical task does not need it.
 *
 * @param provider its name, such as {@code toapis}
 * @param interaction regular expression for the whole description of the interactions
 * @param pointer regular expression for the whole JSON Pointer to the field
 * @param reason why
 */
record PinReason(String provider, String interaction, String pointer, String reason) {
  private static final String FIELD = "a query for a task with a field that no document names";
  private static final String SURPLUS =
      "The undocumented field leaves a finding and must change nothing else.";
  private static final String QUERIED =
      "It is the id that was queried, so the task does not repeat it; another would show.";

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

  /** Those that hold for each provider, of pins that it may have. */
  static Stream<PinReason> ofEveryProvider(String provider) {
    String task = TestProviders.client(provider).mapping().provider().envelope();
    return Stream.concat(
        Spec.of(provider).members("id").stream()
            .map(id -> new PinReason(provider, ".*", task + "/" + id, QUERIED)),
        Stream.of(new PinReason(provider, FIELD, task + "/region", SURPLUS)));
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
