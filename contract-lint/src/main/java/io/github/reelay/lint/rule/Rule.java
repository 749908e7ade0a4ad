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
  /** {@code openapi} is 3.0.3, which the generator reads without surprises. */
  VERSION(OperationRules::version),
  /** The {@code operationId} becomes the name of the Java method. */
  OPERATION_ID(OperationRules::operationId),
  /** The one tag becomes the name of the Java interface. */
  TAG(OperationRules::tag),
  /** Credentials are a security scheme; a GET has no body. */
  REQUEST(OperationRules::request),
  /** The header {@code Retry-After} is text, because it may be seconds or a date. */
  RETRY_AFTER(OperationRules::retryAfter),
  /** A keyword that nothing reads would say nothing, or break the generated code. */
  KEYWORDS(KeywordRules::keywords),
  /** Each response has a named example, because the sandbox and the tests use them. */
  EXAMPLES(OperationRules::examples),
  /** An example that breaks its own schema proves nothing. */
  EXAMPLE_VALUES(ExampleRules::values),
  /** A name is part of the contract, and of a file's name. */
  EXAMPLE_NAMES(OperationRules::exampleNames),
  /** Schemas, properties, headers and parameters have names that can become Java names. */
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
  /**
   * A {@code nullable} has a type next to it: without one, generators disagree on what it means.
   */
  NULLABLE(TypeRules::nullable),
  /** Inline objects get names that nobody chose. */
  INLINE_OBJECTS(TypeRules::inlineObjects),
  /** A document that demands what its own examples lack is wrong. */
  REQUIRED(TypeRules::required),
  /** A shape stands where no type can. */
  SHAPES(ExtensionRules::shapes),
  /** A time keeps its documented type. */
  TIMES(ExtensionRules::times),
  /**
   * Status texts are different words, and each property named {@code status} or {@code object}
   * lists those that are documented.
   */
  KNOWN_VALUES(ExtensionRules::knownValues),
  /**
   * What a document says of canonical values can be read, because the mapping is generated from it.
   */
  VOCABULARY(VocabularyRules::vocabulary),
  /** A misspelt extension would be read by nobody. */
  EXTENSIONS(VocabularyRules::extensions),
  /** Words become Javadoc as they are. */
  PLAIN_WORDS(WordingRules::plain),
  /**
   * Each operation, parameter, response, header, schema and property has a description, which
   * becomes Javadoc.
   */
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
