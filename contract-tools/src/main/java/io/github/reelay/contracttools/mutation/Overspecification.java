package io.github.reelay.contracttools.mutation;

import io.github.reelay.contracttools.spec.TestProviders;
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
    List<PinReason> common =
        TestProviders.names().stream().flatMap(PinReason::ofEveryProvider).toList();
    return Stream.concat(
            missing(idle(committed), Stream.concat(reasons.stream(), common.stream()).toList()),
            unused(idle(committed), reasons))
        .toList();
  }

  /** Pins that do not matter and have no reason, then reasons that no pin needs, as sentences. */
  static List<String> complaints(List<PinnedResponse> responses, List<PinReason> reasons) {
    List<PinnedField> idle = idle(responses);
    return Stream.concat(missing(idle, reasons), unused(idle, reasons)).toList();
  }

  private static Stream<String> missing(List<PinnedField> idle, List<PinReason> reasons) {
    return idle.stream()
        .filter(pin -> reasons.stream().noneMatch(reason -> reason.covers(pin)))
        .map(PinnedField::sentence);
  }

  private static Stream<String> unused(List<PinnedField> idle, List<PinReason> reasons) {
    return reasons.stream()
        .filter(reason -> idle.stream().noneMatch(reason::covers))
        .map(PinReason::sentence);
  }

  /** The pins without which the canonical task stays the same. */
  static List<PinnedField> idle(List<PinnedResponse> responses) {
    return responses.stream()
        .flatMap(response -> response.pins().stream().map(at -> new PinnedField(response, at)))
        .filter(pin -> !pin.matters())
        .toList();
  }
}
