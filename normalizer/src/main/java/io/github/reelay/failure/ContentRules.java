package io.github.reelay.failure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which codes and phrases say that a prompt, an input or a result was refused for its content. They
 * decide for failed tasks, and for refusals with 400, 403, 422 or 2xx as their code or HTTP status.
 * Immutable.
 *
 * @param codes whole codes, or what stands before their first dot, in their own case
 * @param codeEndings ends of codes, in their own case; what follows the first dot of a code does
 *     not count, as in {@code InputImageSensitiveContentDetected.PrivacyInformation}
 * @param phrases parts of one clause of a message, whatever the case. A phrase does not count in a
 *     clause that says that the check itself did not work, as in "content moderation timed out"
 */
public record ContentRules(Set<String> codes, Set<String> codeEndings, Set<String> phrases) {
  private static final ContentRules DEFAULTS =
      new ContentRules(
          DefaultContentRules.CODES, DefaultContentRules.CODE_ENDINGS, DefaultContentRules.PHRASES);

  /**
   * Copies the sets.
   *
   * @throws IllegalArgumentException if an entry is blank: it would fit every response
   */
  public ContentRules {
    codes = checked(codes);
    codeEndings = checked(codeEndings);
    phrases = checked(phrases);
  }

  /** What the providers and the models behind them are known to say. */
  public static ContentRules defaults() {
    return DEFAULTS;
  }

  /** A copy with further codes: whole, or up to their first dot, in their own case. */
  public ContentRules withCodes(String... more) {
    return new ContentRules(union(codes, more), codeEndings, phrases);
  }

  /** A copy with further ends of codes, in their own case. */
  public ContentRules withCodeEndings(String... more) {
    return new ContentRules(codes, union(codeEndings, more), phrases);
  }

  /** A copy with further phrases, which are found in a message whatever their case. */
  public ContentRules withPhrases(String... more) {
    return new ContentRules(codes, codeEndings, union(phrases, more));
  }

  /**
   * Whether one of the codes or the message says so; total.
   *
   * @param given every code that the response gives; may be empty
   * @param message the provider's words; null if it gave none
   */
  public boolean reject(Iterable<String> given, @Nullable String message) {
    for (String code : given) {
      if (isCode(code.strip())) {
        return true;
      }
    }
    return message != null && Clauses.any(message, this::isPhrase);
  }

  private boolean isCode(String code) {
    int dot = code.indexOf('.');
    String base = dot < 0 ? code : code.substring(0, dot);
    return codes.contains(code)
        || codes.contains(base)
        || codeEndings.stream().anyMatch(base::endsWith);
  }

  private boolean isPhrase(String clause) {
    return phrases.stream().anyMatch(phrase -> Clauses.holds(clause, phrase));
  }

  private static Set<String> checked(Set<String> entries) {
    for (String entry : entries) {
      if (entry.isBlank()) {
        throw new IllegalArgumentException(
            "expected codes and phrases that are not blank, found a blank one");
      }
    }
    return Set.copyOf(entries);
  }

  private static Set<String> union(Set<String> entries, String... more) {
    Set<String> all = new LinkedHashSet<>(entries);
    all.addAll(List.of(more));
    return all;
  }
}
