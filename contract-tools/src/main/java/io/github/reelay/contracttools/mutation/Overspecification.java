package io.github.reelay.contracttools.mutation;

import java.util.List;
import java.util.stream.Stream;

/** Holds the pins of pacts against what the mapper needs. */
public final class Overspecification {
  private Overspecification() {}

  /**
   * What the committed pacts pin without need, and which stated reason no pin needs.
   *
   * @return one sentence each; empty if every pin matters or has a reason
   */
  public static List<String> complaints() {
    List<PinnedResponse> committed = PinnedResponse.committed();
    List<PinReason> reasons =
        committed.stream()
            .map(PinnedResponse::provider)
            .distinct()
            .flatMap(provider -> PinReason.stated(provider).stream())
            .toList();
    return complaints(committed, reasons);
  }

  /** Pins that do not matter and have no reason, then reasons that no pin needs, as sentences. */
  static List<String> complaints(List<PinnedResponse> responses, List<PinReason> reasons) {
    List<PinnedField> idle = idle(responses);
    Stream<String> missing =
        idle.stream()
            .filter(pin -> reasons.stream().noneMatch(reason -> reason.covers(pin)))
            .map(PinnedField::sentence);
    Stream<String> unused =
        reasons.stream()
            .filter(reason -> idle.stream().noneMatch(reason::covers))
            .map(PinReason::sentence);
    return Stream.concat(missing, unused).toList();
  }

  /** The pins without which the canonical task stays the same. */
  static List<PinnedField> idle(List<PinnedResponse> responses) {
    return responses.stream()
        .flatMap(response -> response.pins().stream().map(at -> new PinnedField(response, at)))
        .filter(pin -> !pin.matters())
        .toList();
  }
}
