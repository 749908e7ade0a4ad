package io.github.reelay.lint.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.reelay.lint.document.Yaml;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a register and refuses one that cannot be relied on. */
final class RegisterReader {
  private static final String NO_ADDRESS = "no-address";
  private static final Set<String> OF_REGISTER =
      Set.of("provider", "letter", "facts", "contradictions", "evidence", "samples");
  private static final Set<String> OF_FACT =
      Set.of("says", "words", "holds", "deviates", "not-applicable");
  private static final Set<String> OF_CONTRADICTION = Set.of("says");
  private static final Set<String> OF_EVIDENCE =
      Set.of("says", "words", "where", "seen", NO_ADDRESS);

  private final String provider;

  private RegisterReader(String provider) {
    this.provider = provider;
  }

  static FactRegister read(String provider, String yaml) {
    return new RegisterReader(provider).register(Yaml.read(yaml));
  }

  private FactRegister register(JsonNode root) {
    keys(root, OF_REGISTER, "at the top");
    if (!provider.equals(root.path("provider").asText())) {
      throw wrong("provider: " + provider, "provider: " + root.path("provider").asText());
    }
    String letter = root.path("letter").asText();
    if (!letter.matches("[A-Z]")) {
      throw wrong("a capital letter as letter", letter);
    }
    return new FactRegister(
        provider,
        letter,
        numbered(root.path("facts"), letter, OF_FACT),
        numbered(root.path("contradictions"), letter + "C", OF_CONTRADICTION),
        evidence(root.path("evidence"), letter + "E"),
        members(root.path("samples")));
  }

  private List<RegisterEntry> numbered(JsonNode node, String prefix, Set<String> allowed) {
    List<RegisterEntry> entries = new ArrayList<>();
    members(node)
        .forEach(
            (number, entry) -> {
              String next = prefix + (entries.size() + 1);
              if (!next.equals(number)) {
                throw wrong(next, number);
              }
              entries.add(entry(next, entry, allowed));
            });
    if (entries.isEmpty()) {
      throw wrong(prefix + "1", "nothing");
    }
    return entries;
  }

  /** Evidence is numbered where it is collected; what nobody needs is left out. */
  private List<RegisterEntry> evidence(JsonNode node, String prefix) {
    List<RegisterEntry> entries = new ArrayList<>();
    int last = 0;
    for (Map.Entry<String, JsonNode> entry : members(node).entrySet()) {
      String number = entry.getKey();
      int found =
          number.matches(prefix + "[1-9]\\d?")
              ? Integer.parseInt(number.substring(prefix.length()))
              : 0;
      if (found <= last) {
        throw wrong("an ascending number such as " + prefix + (last + 1), number);
      }
      entries.add(entry(number, entry.getValue(), OF_EVIDENCE));
      last = found;
    }
    return entries;
  }

  private RegisterEntry entry(String number, JsonNode node, Set<String> allowed) {
    keys(node, allowed, "in " + number);
    return new RegisterEntry(
        number,
        sentence(node.path("says"), "says of " + number),
        node.path("words").asText(),
        members(node.path("holds")),
        optional(node, "not-applicable", number),
        optional(node, "deviates", number),
        allowed.equals(OF_EVIDENCE) ? source(node, number) : null);
  }

  private @Nullable String optional(JsonNode node, String key, String number) {
    return node.has(key) ? sentence(node.get(key), key + " of " + number) : null;
  }

  private RegisterEntry.Source source(JsonNode node, String number) {
    String where = node.path("where").asText();
    String reason = optional(node, NO_ADDRESS, number);
    if (where.isBlank() || isAddress(where) == (reason != null)) {
      throw wrong(
          "an address as where of " + number + ", or a named document with the key no-address",
          "'" + where + "' with" + (reason == null ? "out it" : " it"));
    }
    String seen = node.path("seen").asText();
    try {
      return new RegisterEntry.Source(where, LocalDate.parse(seen).toString(), reason);
    } catch (DateTimeException none) {
      throw wrong("a day such as 2026-11-21 as seen of " + number, "'" + seen + "'");
    }
  }

  /** Whether the first word is an address, which others and the place on the page may follow. */
  private static boolean isAddress(String where) {
    try {
      URI address = new URI(where.strip().split("\\s+", 2)[0]);
      return "https".equals(address.getScheme()) && address.getHost() != null;
    } catch (URISyntaxException none) {
      return false; // words, as of a document without an address
    }
  }

  private String sentence(JsonNode node, String where) {
    String text = node.asText();
    if (!node.isTextual() || text.length() < 10 || !text.endsWith(".") || text.contains("\n")) {
      throw wrong(
          "a sentence of one line that ends in a full stop as " + where,
          node.isTextual() ? "'" + text + "'" : node.isMissingNode() ? "none" : node.toString());
    }
    return text;
  }

  private void keys(JsonNode node, Set<String> allowed, String where) {
    for (String key : members(node).keySet()) {
      if (!allowed.contains(key)) {
        throw wrong("only " + allowed.stream().sorted().toList() + " " + where, key);
      }
    }
  }

  private static Map<String, JsonNode> members(JsonNode node) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private IllegalArgumentException wrong(String expected, String found) {
    return new IllegalArgumentException(
        "expected " + expected + " in facts/" + provider + ".yaml, found " + found);
  }
}
