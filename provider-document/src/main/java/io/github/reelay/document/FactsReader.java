package io.github.reelay.document;

import io.github.reelay.internal.address.BaseUrl;
import io.github.reelay.internal.pointer.JsonPointers;
import io.github.reelay.mapping.CanonicalStatus;
import io.github.reelay.mapping.PollingFacts;
import io.github.reelay.mapping.ProviderFacts;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a document says of the provider itself. */
final class FactsReader {
  private final Node root;
  private final Node operation;

  FactsReader(Node root, Node operation) {
    this.root = root;
    this.operation = operation;
  }

  ProviderFacts facts(String envelope, Map<CanonicalStatus, List<String>> words) {
    Node info = root.at("info");
    return new ProviderFacts(
        name(info.at("x-provider")),
        baseUrl(),
        path(),
        uri(root.at("externalDocs").at("url")),
        date(info.at("x-last-verified")),
        polling(operation.at("x-polling")),
        validity(operation.at("x-validity")),
        format(operation.at("x-video-format")),
        envelope,
        words,
        codes(operation.at("x-unknown-task")));
  }

  private static String name(Node written) {
    for (char c : written.text().toCharArray()) {
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0)) {
        throw written.wrong(
            "a provider name of lower-case letters, digits, dots, hyphens and underscores");
      }
    }
    return written.requiredText("the provider's name");
  }

  /**
   * Null without {@code servers}. An address that is refused is not repeated: it may hold a key.
   */
  private @Nullable URI baseUrl() {
    List<Node> servers = root.at("servers").elements();
    if (servers.isEmpty()) {
      return null;
    }
    Node written = servers.get(0).at("url");
    if (!written.exists()) {
      throw written.wrong(BaseUrl.EXPECTED, "none");
    }
    URI url = BaseUrl.of(written.requiredText(BaseUrl.EXPECTED));
    if (url == null) {
      throw written.wrong(BaseUrl.EXPECTED, BaseUrl.FOUND);
    }
    return url;
  }

  private static @Nullable URI uri(Node written) {
    if (!written.exists()) {
      return null;
    }
    try {
      return new URI(written.requiredText("a URL"));
    } catch (URISyntaxException wrong) {
      throw written.wrong("a URL", "another");
    }
  }

  /** The path with {@code {id}} for its only parameter, wherever that stands. */
  private String path() {
    String path = JsonPointers.tokens(operation.pointer()).get(1);
    List<Node> parameters = operation.at("parameters").elements();
    if (parameters.size() != 1) {
      throw operation
          .at("parameters")
          .wrong("one parameter, for the task's id", parameters.size() + " of them");
    }
    Node parameter = parameters.get(0);
    String name = parameter.at("name").requiredText("the parameter's name");
    if (parameter.at("in").text().equals("query")) {
      return path + "?" + name + "={id}";
    }
    if (!path.contains("{" + name + "}")) {
      throw parameter.at("name").wrong("a name that the path has in braces");
    }
    return path.replace("{" + name + "}", "{id}");
  }

  private static @Nullable LocalDate date(Node written) {
    if (!written.exists()) {
      return null;
    }
    try {
      return LocalDate.parse(written.text());
    } catch (DateTimeException wrong) {
      throw written.wrong("a date such as 2026-11-21");
    }
  }

  private static PollingFacts polling(Node written) {
    written.object();
    for (Node member : written.members()) {
      if (!Set.of("firstQuery", "interval", "givesUpAfter", "perSecond").contains(member.name())) {
        throw member.wrong(
            "firstQuery, interval, givesUpAfter or perSecond", "'" + member.name() + "'");
      }
    }
    Node perSecond = written.at("perSecond");
    return new PollingFacts(
        seconds(written.at("firstQuery")),
        seconds(written.at("interval")),
        seconds(written.at("givesUpAfter")),
        perSecond.exists() ? perSecond(perSecond) : null);
  }

  private static Integer perSecond(Node written) {
    if (written.value() instanceof Number number
        && number.intValue() > 0
        && number.doubleValue() == number.intValue()) {
      return number.intValue();
    }
    throw written.wrong("a whole number of queries above zero");
  }

  private static @Nullable Duration validity(Node written) {
    return written.exists() ? seconds(written) : null;
  }

  /** Zero to a billion seconds, to the nanosecond. */
  private static Duration seconds(Node written) {
    if (written.value() instanceof Number number
        && number.doubleValue() >= 0
        && number.doubleValue() <= 1e9) {
      return Duration.ofNanos(new BigDecimal(number.toString()).movePointRight(9).longValue());
    }
    throw written.wrong("a number of seconds, zero or more");
  }

  private static @Nullable String format(Node written) {
    return written.exists() ? written.requiredText("a format such as mp4") : null;
  }

  private static Set<String> codes(Node written) {
    return written.exists() ? new LinkedHashSet<>(written.texts("a list of codes")) : Set.of();
  }
}
