package io.github.reelay.contracttests.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a register and refuses one that cannot be relied on. */
final class RegisterReader {
  private static final Set<String> OF_REGISTER =
      Set.of("provider", "letter", "facts", "contradictions");
  private static final Set<String> OF_FACT = Set.of("says", "not-applicable");
  private static final Set<String> OF_CONTRADICTION = Set.of("says");

  private final String provider;

  private RegisterReader(String provider) {
    this.provider = provider;
  }

  /**
   * The register.
   *
   * @param provider whose register it is
   * @param yaml its text
   * @throws IllegalArgumentException if it is not complete, or not in order
   */
  static FactRegister read(String provider, String yaml) {
    return new RegisterReader(provider).register(YamlTree.parse(yaml));
  }

  private FactRegister register(Map<?, ?> root) {
    keys(root, OF_REGISTER, "at the top");
    if (!provider.equals(root.get("provider"))) {
      throw wrong("provider: " + provider, "provider: " + root.get("provider"));
    }
    String letter = text(root.get("letter"), "a capital letter as letter");
    if (!letter.matches("[A-Z]")) {
      throw wrong("a capital letter as letter", letter);
    }
    return new FactRegister(
        provider,
        letter,
        registerEntries(root.get("facts"), letter, OF_FACT),
        registerEntries(root.get("contradictions"), letter + "C", OF_CONTRADICTION));
  }

  private List<RegisterEntry> registerEntries(
      @Nullable Object node, String prefix, Set<String> allowed) {
    List<RegisterEntry> registerEntries = new ArrayList<>();
    YamlTree.map(node)
        .forEach(
            (number, fact) -> {
              String next = prefix + (registerEntries.size() + 1);
              if (!next.equals(number)) {
                throw wrong(next, String.valueOf(number));
              }
              keys(YamlTree.map(fact), allowed, "in " + next);
              registerEntries.add(registerEntry(next, YamlTree.map(fact)));
            });
    if (registerEntries.isEmpty()) {
      throw wrong(prefix + "1", "nothing");
    }
    return List.copyOf(registerEntries);
  }

  private RegisterEntry registerEntry(String number, Map<?, ?> fact) {
    String says = sentence(fact.get("says"), "says of " + number);
    Object reason = fact.get("not-applicable");
    boolean named = fact.containsKey("not-applicable");
    return new RegisterEntry(
        number, says, named ? sentence(reason, "not-applicable of " + number) : null);
  }

  private String sentence(@Nullable Object node, String where) {
    String expected = "a sentence of one line that ends in a full stop as " + where;
    String text = text(node, expected);
    if (text.length() < 10 || !text.endsWith(".") || text.contains("\n")) {
      throw wrong(expected, "'" + text + "'");
    }
    return text;
  }

  private String text(@Nullable Object node, String expected) {
    if (node instanceof String text) {
      return text;
    }
    throw wrong(expected, String.valueOf(node));
  }

  private void keys(Map<?, ?> node, Set<String> allowed, String where) {
    for (Object key : node.keySet()) {
      if (!allowed.contains(String.valueOf(key))) {
        throw wrong(
            "only " + allowed.stream().sorted().toList() + " " + where, String.valueOf(key));
      }
    }
  }

  private IllegalArgumentException wrong(String expected, String found) {
    return new IllegalArgumentException(
        "expected " + expected + " in facts/" + provider + ".yaml, found " + found);
  }
}
