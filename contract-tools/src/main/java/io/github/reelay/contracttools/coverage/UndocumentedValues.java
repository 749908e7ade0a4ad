package io.github.reelay.contracttools.coverage;

import io.github.reelay.contract.Finding;
import io.github.reelay.contracttools.spec.TestProviders;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the body of an interaction says against its document besides members and types. */
final class UndocumentedValues {
  private static final Set<Finding.Kind> KINDS =
      EnumSet.of(
          Finding.Kind.UNDOCUMENTED_PRESENCE,
          Finding.Kind.UNDOCUMENTED_UNIT,
          Finding.Kind.URL_CONFLICT,
          Finding.Kind.ID_CONFLICT);

  private UndocumentedValues() {}

  /** Pointers with the kind of what is found there, such as {@code /url undocumented-presence}. */
  static Set<String> in(Interaction interaction) {
    Dialect dialect = TestProviders.dialect(interaction.provider());
    byte[] body = interaction.body().toString().getBytes(StandardCharsets.UTF_8);
    Set<String> found = new TreeSet<>();
    for (Finding finding :
        dialect
            .read(
                interaction.provider(),
                null,
                new RecordedResponse(interaction.status(), Map.of(), body))
            .findings()) {
      if (KINDS.contains(finding.kind())) {
        found.add(finding.pointer() + " " + finding.kind().jsonName());
      }
    }
    return found;
  }
}
