/**
 * The Feign client of ${reelay.spec}, generated from its OpenAPI document: an interface with blocking
 * calls, the same with futures, and a record for each schema. What a response leaves out is null.
 * The normalizer makes the same task of all providers from these records.
 *
 * <p>A number after "Source", such as T15, is a numbered fact of the provider's documentation. The
 * letters stand for the provider: T for toapis, X for xingchaoyiqing, C for 22codex. The register
 * {@code io/github/reelay/specs/facts/${reelay.spec}.yaml} in the jar of {@code reelay-api-specs}
 * lists each fact in a sentence. {@code docs/traceability.md} of the project lists where each is used
 * and tested. "Inferred" is what no document states; a number with an E, such as TE13, is evidence
 * from outside the documentation.
 */
@NullMarked
package ${reelay.module};

import org.jspecify.annotations.NullMarked;
