package io.github.reelay.contracttools.coverage;

import io.github.reelay.contracttools.spec.Spec;
import io.github.reelay.contracttools.spec.TestProviders;
import java.util.ArrayList;
import java.util.List;

/**
 * What an interaction shows on purpose although no document names it.
 *
 * @param provider its name, such as {@code toapis}
 * @param description of the interaction
 * @param shown the pointer of the member, and the word or the kind of finding if only that is
 *     undocumented
 * @param reason why the pact shall show it
 */
record Deliberate(String provider, String description, String shown, String reason) {
  private static final String FIELD = "a query for a task with a field that no document names";
  private static final String WORD = "a query for a task with a status that no document names";
  private static final String NEW_FIELD = "A new field becomes a finding and breaks nothing.";
  private static final String NEW_WORD = "A new word is kept and leaves the state unknown.";
  private static final String FAILED =
      "CC22: no failure is documented here, but the status text of the other providers is"
          + " understood.";
  private static final String IN_PROGRESS =
      "CE6: the flat shape has the words of a twin; this one is understood.";

  private static final String PENDING =
      "C38: only the pending info is documented to have this size; the task is made of both.";

  private static final List<Deliberate> OF_ONE_PROVIDER =
      List.of(
          new Deliberate("22codex", "a query for a failed task", "/status failed", FAILED),
          new Deliberate("22codex", "a query for a flat failed task", "/status failed", FAILED),
          new Deliberate(
              "22codex", "a query for a task rejected for its content", "/status failed", FAILED),
          new Deliberate(
              "22codex", "a query for a flat task in progress", "/status in_progress", IN_PROGRESS),
          new Deliberate(
              "22codex",
              "a query for a completed task with a watermark, its size in the pending info",
              "/detail/pending_info undocumented-presence",
              PENDING));

  /** Those of one provider, and of each provider an undocumented field and word. */
  static final List<Deliberate> ALL = all();

  private static List<Deliberate> all() {
    List<Deliberate> all = new ArrayList<>(OF_ONE_PROVIDER);
    for (String provider : TestProviders.names()) {
      String task = TestProviders.client(provider).mapping().provider().envelope();
      all.add(new Deliberate(provider, FIELD, task + "/region", NEW_FIELD));
      for (String status : Spec.of(provider).members("status")) {
        all.add(new Deliberate(provider, WORD, task + "/" + status + " archived", NEW_WORD));
      }
    }
    return List.copyOf(all);
  }

  boolean isAbout(Interaction interaction) {
    return provider.equals(interaction.provider()) && description.equals(interaction.description());
  }

  @Override
  public String toString() {
    return "%s, '%s' shows %s".formatted(provider, description, shown);
  }
}
