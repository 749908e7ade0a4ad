package io.github.reelay.document;

import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValuePlace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider's document as far as Reelay reads it: what it says of the provider, and what a
 * response holds where.
 *
 * @param facts what it says of the provider
 * @param response what a 200 response is declared to be: the task, or the envelope around it
 * @param error what an error body is declared to be; null if the document has none
 */
public record ProviderDocument(
    ProviderFacts facts, DeclaredValue response, @Nullable DeclaredValue error) {

  /**
   * Checks that the response has the task.
   *
   * @throws IllegalArgumentException if the response declares nothing at the envelope of the facts
   */
  public ProviderDocument {
    Objects.requireNonNull(facts, "facts");
    if (response.at(facts.envelope()) == null) {
      throw new IllegalArgumentException(
          "expected a response with the task at '" + facts.envelope() + "', found none");
    }
  }

  /**
   * Reads an OpenAPI document.
   *
   * @param name what messages call it, such as {@code toapis.yaml}
   * @param root the OpenAPI object as {@link DocumentYaml} reads it: maps in order, lists, text,
   *     numbers, booleans and null
   * @throws DocumentException if the vocabulary is misused; the message says where and what is
   *     expected
   */
  public static ProviderDocument read(String name, Map<String, ?> root) {
    return DocumentReader.read(new Node(name, "", root));
  }

  /** The name in {@link #facts}, such as {@code toapis}. */
  public String name() {
    return facts.name();
  }

  /** What the task is declared to be: the response, or what is inside its envelope. */
  public DeclaredValue task() {
    return Objects.requireNonNull(response.at(facts.envelope()), "task");
  }

  /** Every place of the task, in the order of the document; pointers are relative to the task. */
  public List<ValuePlace> places() {
    return task().allPlaces();
  }
}
