package io.github.reelay.lint.rule;

import io.github.reelay.lint.document.SpecDocument;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rules that every document follows, each on its own. A rule reads a document as it stands and
 * never throws, whatever the document says.
 */
public enum Rule {
  /** The version that the generator reads without surprises. */
  VERSION(OperationRules::version),
  /** It names the Java method. */
  OPERATION_ID(OperationRules::operationId),
  /** It names the Java interface. */
  TAG(OperationRules::tag),
  /** Credentials are a security scheme; a GET has no body. */
  REQUEST(OperationRules::request),
  /** It may be seconds or a date. */
  RETRY_AFTER(OperationRules::retryAfter),
  /** A keyword that nothing reads would say nothing, or break the generated code. */
  KEYWORDS(KeywordRules::keywords),
  /** The sandbox and the tests live on them. */
  EXAMPLES(OperationRules::examples),
  /** An example that breaks its own schema proves nothing. */
  EXAMPLE_VALUES(ExampleRules::values),
  /** A name is part of the contract, and of a file's name. */
  EXAMPLE_NAMES(OperationRules::exampleNames),
  /** They become Java names. */
  NAMES(OperationRules::names),
  /** Every statement has a source. */
  SOURCES(SourceRules::present),
  /** A fact that is cited exists. */
  FACTS(SourceRules::facts),
  /** Evidence that is cited is the provider's own. */
  EVIDENCE(SourceRules::evidence),
  /** What is inferred says why. */
  REASONS(SourceRules::reasons),
  /** A time in milliseconds does not fit into 32 bits. */
  FORMATS(TypeRules::formats),
  /** Providers add words and change shapes; a default would invent data. */
  COMPOSITION(TypeRules::composition),
  /** Generators disagree on it elsewhere. */
  NULLABLE(TypeRules::nullable),
  /** Inline objects get names that nobody chose. */
  INLINE_OBJECTS(TypeRules::inlineObjects),
  /** A document that demands what its own examples lack is wrong. */
  REQUIRED(TypeRules::required),
  /** A shape stands where no type can. */
  SHAPES(ExtensionRules::shapes),
  /** A time keeps its documented type. */
  TIMES(ExtensionRules::times),
  /** Documented status texts, and where they must be named. */
  KNOWN_VALUES(ExtensionRules::knownValues),
  /** The mapping is generated from it, so what cannot be read is never guessed. */
  VOCABULARY(VocabularyRules::vocabulary),
  /** A misspelt extension would be read by nobody. */
  EXTENSIONS(VocabularyRules::extensions),
  /** Words become Javadoc as they are. */
  PLAIN_WORDS(WordingRules::plain),
  /** Everything says what it is. */
  DESCRIPTIONS(WordingRules::described);

  /**
   * Those that demand sources, descriptions and examples: our own documents keep them, and a
   * document of another project need not.
   */
  public static final Set<Rule> OF_SOURCES =
      Set.of(SOURCES, FACTS, EVIDENCE, REASONS, DESCRIPTIONS, EXAMPLES);

  private final Function<SpecDocument, Stream<String>> check;

  Rule(Function<SpecDocument, Stream<String>> check) {
    this.check = check;
  }

  /**
   * What in the document breaks this rule.
   *
   * @return one sentence each, beginning with the JSON Pointer to the element; empty if nothing
   *     does
   */
  public List<String> complaints(SpecDocument spec) {
    return check.apply(spec).toList();
  }
}
