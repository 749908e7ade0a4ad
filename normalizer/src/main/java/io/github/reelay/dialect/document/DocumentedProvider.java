package io.github.reelay.dialect.document;

import io.github.reelay.dialect.PollingDefaults;
import io.github.reelay.dialect.ProviderProfile;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.rule.StatusTexts;
import io.github.reelay.task.TaskStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document says of a provider, in the normalizer's own types. */
public final class DocumentedProvider {
  private final ProviderFacts facts;
  private final StatusTexts words;
  private final Map<String, Word> documented = new HashMap<>();

  /**
   * A status word that the document names.
   *
   * @param status what the document says of it
   * @param meaning the same to the normalizer
   */
  record Word(CanonicalStatus status, TaskStatus meaning) {}

  DocumentedProvider(ProviderFacts facts) {
    this.facts = facts;
    this.words = words(facts.words());
    for (Map.Entry<CanonicalStatus, List<String>> meaning : facts.words().entrySet()) {
      for (String word : meaning.getValue()) {
        documented.put(word, new Word(meaning.getKey(), words.status(word)));
      }
    }
  }

  /** What the document says of a word as it is written; null if it does not name the word. */
  @Nullable Word documented(@Nullable String word) {
    return word == null ? null : documented.get(word);
  }

  /** Whether the document names a word, whatever the case in which it is written. */
  boolean names(String word) {
    String normal = StatusTexts.normalise(word);
    return documented.keySet().stream().map(StatusTexts::normalise).anyMatch(normal::equals);
  }

  ProviderFacts facts() {
    return facts;
  }

  /** What a status word means: by the document, else by common use. */
  public StatusTexts words() {
    return words;
  }

  private static StatusTexts words(Map<CanonicalStatus, List<String>> documented) {
    Map<String, TaskStatus> own = new HashMap<>();
    for (Map.Entry<CanonicalStatus, List<String>> meaning : documented.entrySet()) {
      TaskStatus status = status(meaning.getKey());
      for (String word : meaning.getValue()) {
        own.put(word, status);
        own.put(StatusTexts.normalise(word), status);
      }
    }
    return StatusTexts.of(own);
  }

  private static TaskStatus status(CanonicalStatus documented) {
    return switch (documented) {
      case QUEUED -> TaskStatus.QUEUED;
      case RUNNING -> TaskStatus.RUNNING;
      case SUCCEEDED -> TaskStatus.SUCCEEDED;
      case FAILED -> TaskStatus.FAILED;
      case CANCELLED -> TaskStatus.CANCELLED;
      case EXPIRED -> TaskStatus.EXPIRED;
      case UNKNOWN -> TaskStatus.UNKNOWN;
    };
  }

  static ProviderProfile profile(ProviderFacts facts) {
    PollingFacts polling = facts.polling();
    return new ProviderProfile(
        facts.name(),
        facts.baseUrl(),
        facts.path(),
        facts.documentation(),
        facts.lastVerified(),
        new PollingDefaults(
            polling.firstQuery(), polling.interval(), polling.givesUpAfter(), polling.perSecond()),
        facts.unknownTaskCodes(),
        ProviderProfile.RECORDS_KEPT);
  }
}
