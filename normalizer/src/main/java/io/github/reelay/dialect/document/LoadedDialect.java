package io.github.reelay.dialect.document;

import io.github.reelay.dialect.ClientBinding;
import io.github.reelay.dialect.Dialect;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.internal.document.DialectDocument;
import io.github.reelay.mapping.ProviderFacts;
import io.github.reelay.mapping.ValuePlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dialect whose document was read at run time: {@link Dialect#load} gives it. */
public final class LoadedDialect extends DocumentedDialect {
  private final DialectDocument document;
  private final @Nullable Path file;

  /**
   * For the provider of a document.
   *
   * @param file where the document is; null if it is no file
   * @param baseUrl the address of its API; null if that is not known
   */
  LoadedDialect(DialectDocument document, @Nullable Path file, @Nullable URI baseUrl) {
    super(
        document.mapping(),
        document.content() == null ? TaskHook.NONE : new ContentHook(baseUrl, document.content()));
    this.document = document;
    this.file = file;
  }

  @Override
  public ClientBinding<?> binding() {
    return ClientBinding.ofPath();
  }

  @Override
  public boolean hasContract() {
    return document.contract() != null;
  }

  @Override
  public @Nullable Path documentFile() {
    return file;
  }

  @Override
  public Dialect at(URI baseUrl) {
    return document.content() == null ? this : new LoadedDialect(document, file, baseUrl);
  }

  /** What the document says of the provider; unlike {@link #profile} with words and validity. */
  public ProviderFacts facts() {
    return document.facts();
  }

  /** Where a response holds what, relative to the task. */
  public List<ValuePlace> places() {
    return document.places();
  }

  /** The path of the video itself, with {@code {id}}; null if responses have its URL. */
  public @Nullable String content() {
    return document.content();
  }

  /** The files of saved responses that the short form names, relative to it; else empty. */
  public List<String> exampleFiles() {
    return document.exampleFiles();
  }

  /** The named examples in an OpenAPI document; empty for the short form. */
  public Map<String, RecordedResponse> examples() {
    return document.examples();
  }

  /** What the document leaves out, a sentence each, for its author; empty if nothing is missing. */
  public List<String> gaps() {
    return document.gaps();
  }
}
