package io.github.reelay.internal.document;

import io.github.reelay.document.DocumentException;
import io.github.reelay.document.DocumentYaml;
import io.github.reelay.document.ProviderDocument;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.TaskMapping;
import io.github.reelay.mapping.ValueName;
import io.github.reelay.mapping.ValuePlace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a document of either form says of a provider.
 *
 * @param facts what it says of the provider itself
 * @param places where a response holds each value, in the order in which they are looked at
 * @param contract what else an OpenAPI document says of responses; null for the short form
 * @param content the path of the video itself below the base URL, with {@code {id}}; null if
 *     responses have its URL
 * @param exampleFiles files of saved responses, relative to the document
 * @param examples the examples that stand in it, by name
 */
public record DialectDocument(
    ProviderFacts facts,
    List<ValuePlace> places,
    @Nullable ProviderDocument contract,
    @Nullable String content,
    List<String> exampleFiles,
    Map<String, RecordedResponse> examples) {

  /** Copies the lists; the map of examples is kept as it is. */
  public DialectDocument {
    Objects.requireNonNull(facts, "facts");
    places = List.copyOf(places);
    exampleFiles = List.copyOf(exampleFiles);
  }

  /**
   * Reads a document of either form.
   *
   * @param file its name, for messages
   * @param text YAML or JSON
   * @throws IllegalArgumentException if it is of neither; the message says in one sentence what was
   *     expected and found, and where
   */
  public static DialectDocument read(String file, String text) {
    SourceNode root = SourceText.read(file, text);
    if (!ShortForm.isMeantBy(root)) {
      return full(file, text, root);
    }
    DialectDocument document = ShortForm.read(root);
    if (document.content == null && !document.has(ValueName.VIDEO_URL)) {
      throw root.wrong(
          "expected a place of video.url under read, or the key content with the path of the"
              + " video, found neither");
    }
    return document;
  }

  private static DialectDocument full(String file, String text, SourceNode root) {
    VocabularyKeys.check(root);
    ProviderDocument contract = contract(file, text);
    return new DialectDocument(
        contract.facts(), contract.places(), contract, null, List.of(), OpenApiExamples.of(root));
  }

  private static ProviderDocument contract(String file, String text) {
    try {
      return ProviderDocument.read(file, DocumentYaml.read(file, text));
    } catch (DocumentException wrong) {
      String hint = NearestName.hint(wrong.problem());
      throw hint.isEmpty() ? wrong : new IllegalArgumentException(wrong.getMessage() + hint, wrong);
    }
  }

  private boolean has(ValueName name) {
    return places.stream().anyMatch(place -> place.name() == name);
  }

  /** A new mapping: by the declared contract, or for the short form by its places alone. */
  public TaskMapping<?> mapping() {
    return contract == null
        ? new InterpretedMapping(facts, places, new LooseForm(facts, places))
        : new InterpretedMapping(facts, places, new DeclaredForm(contract));
  }

  /** What it leaves out, a sentence each, for its author; empty if nothing is missing. */
  public List<String> gaps() {
    return DocumentGaps.of(this);
  }
}
