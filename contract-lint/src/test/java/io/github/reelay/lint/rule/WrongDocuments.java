package io.github.reelay.lint.rule;

import static io.github.reelay.lint.rule.WrongDocument.put;
import static io.github.reelay.lint.rule.WrongDocument.remove;

import java.util.List;

/**
 * What each rule says of a document that breaks it in one place; extensions are in WrongExtensions.
 */
final class WrongDocuments {
  private static final String GET = "/paths/~1tasks~1{id}/get";
  private static final String OK = GET + "/responses/200";
  private static final String LIMITED = GET + "/responses/429";
  private static final String TASK = "/components/schemas/Task";
  private static final String STATUS = TASK + "/properties/status";
  private static final String SEED = "/components/schemas/Result/properties/seed";
  private static final String EXAMPLES = "/content/application~1json/examples";

  static final List<WrongDocument> ALL =
      List.of(
          put(Rule.VERSION, "/openapi", "\"3.1.0\"", "/openapi: expected 3.0.3, found 3.1.0"),
          remove(
              Rule.OPERATION_ID,
              GET + "/operationId",
              GET + ": expected an operationId of ASCII letters, found ''"),
          put(
              Rule.OPERATION_ID,
              GET + "/operationId",
              "\"getTäsk\"",
              GET + ": expected an operationId of ASCII letters, found 'getTäsk'"),
          put(
              Rule.TAG,
              GET + "/tags/0",
              "\"视频\"",
              GET + "/tags: expected one tag of ASCII letters, found [\"视频\"]"),
          put(
              Rule.REQUEST,
              GET + "/parameters/0/in",
              "\"header\"",
              GET
                  + "/parameters/0: expected a parameter in path or query, found header;"
                  + " leave it out, because Reelay sends the same headers to all"),
          put(
              Rule.REQUEST,
              GET + "/requestBody",
              "{}",
              GET + ": expected no request body, found one; leave it out, a GET has none"),
          remove(
              Rule.EXAMPLES,
              LIMITED + EXAMPLES,
              LIMITED + ": expected a named example, found none"),
          remove(
              Rule.EXAMPLES,
              OK + EXAMPLES + "/queued/value",
              OK + EXAMPLES + "/queued: expected a value, found none"),
          put(
              Rule.EXAMPLE_NAMES,
              OK + EXAMPLES + "/Queued_2",
              "{}",
              OK
                  + EXAMPLES
                  + "/Queued_2: expected a name of its own, of lower-case letters and hyphens,"
                  + " found 'Queued_2'"),
          put(
              Rule.EXAMPLE_NAMES,
              LIMITED + EXAMPLES + "/queued",
              "{}",
              LIMITED
                  + EXAMPLES
                  + "/queued: expected a name of its own, of lower-case letters and hyphens,"
                  + " found 'queued'"),
          put(
              Rule.NAMES,
              TASK + "/properties/größe",
              "{}",
              TASK + "/properties/größe: expected an ASCII name, found 'größe'"),
          put(
              Rule.NAMES,
              GET + "/parameters/0/name",
              "\"ид\"",
              GET + "/parameters/0/name: expected an ASCII name, found 'ид'"),
          remove(
              Rule.SOURCES,
              STATUS + "/x-facts",
              STATUS + ": expected x-facts or x-inferred, found neither"),
          remove(
              Rule.SOURCES,
              GET + "/parameters/0/x-facts",
              GET + "/parameters/0: expected x-facts or x-inferred, found neither"),
          remove(
              Rule.SOURCES,
              OK + "/x-facts",
              OK + ": expected x-facts or x-inferred, found neither"),
          remove(
              Rule.SOURCES,
              LIMITED + "/headers/Retry-After/x-inferred",
              LIMITED + "/headers/Retry-After: expected x-facts or x-inferred, found neither"),
          put(
              Rule.FACTS,
              STATUS + "/x-facts/1",
              "\"T70\"",
              STATUS + "/x-facts/1: expected T1 to T69, found T70"),
          put(
              Rule.FACTS,
              STATUS + "/x-facts/1",
              "\"X8\"",
              STATUS + "/x-facts/1: expected T1 to T69, found X8"),
          put(
              Rule.FACTS,
              STATUS + "/x-facts/1",
              "\"T7\"",
              STATUS + "/x-facts/1: expected ascending numbers, each once, found T7"),
          put(
              Rule.FACTS,
              STATUS + "/x-facts",
              "[]",
              STATUS + "/x-facts: expected a list of fact numbers, found []"),
          put(
              Rule.EVIDENCE,
              LIMITED + "/x-inferred",
              "\"TE10 and TE01\"",
              LIMITED + "/x-inferred: expected evidence numbers such as TE1, found TE01"),
          put(
              Rule.EVIDENCE,
              LIMITED + "/x-inferred",
              "\"CE4: a twin\"",
              LIMITED + "/x-inferred: expected evidence numbers such as TE1, found CE4"),
          put(
              Rule.REASONS,
              LIMITED + "/x-inferred",
              "true",
              LIMITED + "/x-inferred: expected a reason in words, found true"),
          remove(
              Rule.FORMATS,
              TASK + "/properties/progress/format",
              TASK + "/properties/progress: expected format int64, found none"),
          put(
              Rule.FORMATS,
              TASK + "/properties/share/format",
              "\"float\"",
              TASK + "/properties/share: expected format double, found float"),
          put(
              Rule.COMPOSITION,
              STATUS + "/enum",
              "[\"queued\"]",
              STATUS
                  + "/enum: expected no enum, found one;"
                  + " list the words under x-known-values, because others may come"),
          put(
              Rule.COMPOSITION,
              STATUS + "/default",
              "\"queued\"",
              STATUS
                  + "/default: expected no default, found one;"
                  + " leave it out, because it would invent data"),
          put(
              Rule.COMPOSITION,
              SEED + "/oneOf",
              "[]",
              SEED
                  + "/oneOf: expected no oneOf, found one;"
                  + " declare the one type that is read, or an x-shape for a value of several"),
          put(
              Rule.COMPOSITION,
              SEED + "/anyOf",
              "[]",
              SEED
                  + "/anyOf: expected no anyOf, found one;"
                  + " declare the one type that is read, or an x-shape for a value of several"),
          put(
              Rule.COMPOSITION,
              TASK + "/discriminator",
              "{}",
              TASK
                  + "/discriminator: expected no discriminator, found one;"
                  + " declare one schema with the members of all"),
          put(
              Rule.NULLABLE,
              SEED + "/nullable",
              "true",
              SEED + ": expected a type with nullable, found none"),
          put(
              Rule.INLINE_OBJECTS,
              SEED + "/properties",
              "{}",
              SEED + ": expected a reference to a named schema, found an inline object"),
          put(
              Rule.INLINE_OBJECTS,
              OK + "/content/application~1json/schema",
              "{\"type\":\"object\"}",
              OK
                  + "/content/application~1json/schema: expected a reference to a named schema,"
                  + " found an inline object"),
          put(
              Rule.INLINE_OBJECTS,
              TASK + "/properties/result/$ref",
              "\"#/components/schemas/Result\"",
              TASK + "/properties/result: expected a reference inside allOf, found a bare one"),
          put(
              Rule.REQUIRED,
              TASK + "/required/1",
              "\"progress\"",
              TASK + "/required/1: expected what every example of a task has, found progress"),
          put(
              Rule.REQUIRED,
              "/components/schemas/Result/required",
              "[\"urls\"]",
              "/components/schemas/Result/required/0: expected what every example of a task has,"
                  + " found urls"),
          put(
              Rule.PLAIN_WORDS,
              STATUS + "/description",
              "\"Queued/running\"",
              STATUS + "/description: expected plain text without * / < & @, found /"),
          put(
              Rule.PLAIN_WORDS,
              LIMITED + "/x-inferred",
              "\"{@code x}\"",
              LIMITED + "/x-inferred: expected plain text without * / < & @, found @"),
          put(
              Rule.DESCRIPTIONS,
              STATUS + "/description",
              "\" \"",
              STATUS + ": expected a description, found none"));

  private WrongDocuments() {}
}
