package io.github.reelay.contracttests.lint;

import io.github.reelay.contracttests.spec.Spec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is said in words becomes Javadoc. */
final class WordingRules {
  private static final Pattern UNFIT = Pattern.compile("[*/<&@]");

  private WordingRules() {}

  static Stream<String> plain(Spec spec) {
    return Elements.described(spec)
        .flatMap(
            element -> Stream.of("title", "summary", "description", "x-inferred").map(element::at))
        .filter(words -> words.node().isTextual())
        .flatMap(WordingRules::unfit);
  }

  private static Stream<String> unfit(SpecElement words) {
    Matcher matcher = UNFIT.matcher(words.node().asText());
    return matcher.find()
        ? Stream.of(words.complain("plain text without * / < & @", matcher.group()))
        : Stream.of();
  }

  static Stream<String> described(Spec spec) {
    return Stream.of(
            Elements.operations(spec),
            Elements.parameters(spec),
            Elements.responses(spec),
            Elements.headers(spec),
            Elements.named(spec),
            Elements.properties(spec))
        .flatMap(each -> each)
        .filter(element -> element.text("description").isBlank())
        .map(element -> element.complain("a description", "none"));
  }
}
