package io.github.reelay.internal.document;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.ValueName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document leaves out, in words for its author. */
final class DocumentGaps {
  private static final List<ValueName> USUAL =
      List.of(
          ValueName.PROGRESS_PERCENT,
          ValueName.CREATED_AT,
          ValueName.COMPLETED_AT,
          ValueName.FAILURE_MESSAGE);

  private DocumentGaps() {}

  static List<String> of(DialectDocument document) {
    List<String> gaps = new ArrayList<>();
    String states =
        Stream.of(
                CanonicalStatus.QUEUED,
                CanonicalStatus.RUNNING,
                CanonicalStatus.SUCCEEDED,
                CanonicalStatus.FAILED)
            .filter(status -> document.facts().words().getOrDefault(status, List.of()).isEmpty())
            .map(CanonicalStatus::text)
            .collect(Collectors.joining(", "));
    if (!states.isEmpty()) {
      gaps.add("no status text means " + states + "; only words in common use are recognised");
    }
    String values =
        USUAL.stream()
            .filter(
                name -> document.places().stream().noneMatch(place -> isLike(place.name(), name)))
            .map(ValueName::text)
            .collect(Collectors.joining(", "));
    if (!values.isEmpty()) {
      gaps.add("no place is named for " + values);
    }
    if (document.contract() == null) {
      gaps.add("it is no contract: a response shows no drift");
    }
    if (document.facts().lastVerified() == null) {
      gaps.add("it does not say when it was last compared with the documentation");
    }
    return gaps;
  }

  private static boolean isLike(ValueName found, ValueName wanted) {
    return found == wanted
        || (wanted == ValueName.PROGRESS_PERCENT && found == ValueName.PROGRESS_FRACTION)
        || (wanted == ValueName.FAILURE_MESSAGE && found == ValueName.FAILURE);
  }
}
