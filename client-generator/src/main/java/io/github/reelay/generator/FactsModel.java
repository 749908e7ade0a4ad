package io.github.reelay.generator;

import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a document says of a provider, as Java expressions for the template. */
final class FactsModel {
  private static final String NONE = "null";

  private FactsModel() {}

  static Map<String, Object> of(ProviderFacts facts) {
    Map<String, Object> model = new HashMap<>();
    model.put("provider", facts.name());
    model.put("name", JavaNames.literal(facts.name()));
    model.put("baseUrl", uri(facts.baseUrl()));
    model.put("path", JavaNames.literal(facts.path()));
    model.put("documentation", uri(facts.documentation()));
    model.put("lastVerified", date(facts.lastVerified()));
    model.put("polling", polling(facts.polling()));
    model.put("validity", facts.validity() == null ? NONE : duration(facts.validity()));
    model.put(
        "videoFormat", facts.videoFormat() == null ? NONE : JavaNames.literal(facts.videoFormat()));
    model.put("envelope", JavaNames.literal(facts.envelope()));
    model.put("words", words(facts.words()));
    model.put("codes", literals(new TreeSet<>(facts.unknownTaskCodes())));
    return model;
  }

  private static String uri(@Nullable Object uri) {
    return uri == null ? NONE : "URI.create(" + JavaNames.literal(uri.toString()) + ")";
  }

  private static String date(@Nullable LocalDate date) {
    return date == null
        ? NONE
        : "LocalDate.of(%d, %d, %d)"
            .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  private static String duration(Duration duration) {
    return duration.getNano() == 0
        ? "Duration.ofSeconds(" + duration.toSeconds() + ")"
        : "Duration.ofNanos(" + duration.toNanos() + "L)";
  }

  private static String polling(PollingFacts polling) {
    return "new PollingFacts(%s, %s, %s, %s)"
        .formatted(
            duration(polling.firstQuery()),
            duration(polling.interval()),
            duration(polling.givesUpAfter()),
            polling.perSecond());
  }

  /** One entry for each status that has words. */
  private static List<Map<String, Object>> words(Map<CanonicalStatus, List<String>> words) {
    List<Map<String, Object>> model = new ArrayList<>();
    for (CanonicalStatus status : CanonicalStatus.values()) {
      if (words.containsKey(status)) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("status", status.name());
        entry.put("texts", literals(words.get(status)));
        entry.put("comma", ",");
        model.add(entry);
      }
    }
    model.get(model.size() - 1).put("comma", "),");
    return model;
  }

  private static String literals(Collection<String> texts) {
    return texts.stream().map(JavaNames::literal).collect(Collectors.joining(", "));
  }
}
