package io.github.reelay.dialect;

import io.github.reelay.exchange.QueryResult;
import io.github.reelay.exchange.RecordedResponse;
import io.github.reelay.failure.ContentRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One provider's contract: what it documents, how it is queried, and how its responses are read.
 * Found through {@link java.util.ServiceLoader} or given explicitly; many providers can speak one
 * dialect. Stateless and safe for use by many threads.
 */
public abstract class Dialect {
  private final ProviderProfile profile;
  private final TaskReader<?> reader;

  /**
   * For a provider's own class.
   *
   * @param profile what the provider documents
   * @param mapper where its responses hold each value
   */
  protected Dialect(ProviderProfile profile, ResponseMapper<?> mapper) {
    this.profile = Objects.requireNonNull(profile, "profile");
    this.reader = new TaskReader<>(mapper, profile.unknownTaskCodes());
  }

  /** What the provider documents: name, address, path, polling. */
  public final ProviderProfile profile() {
    return profile;
  }

  /**
   * How the generated client is called; called before the first live query, not for saved bodies.
   */
  public abstract ClientBinding<?> binding();

  /**
   * Reads one response, live or saved. Total: no response makes it throw; reads no clock, opens
   * nothing.
   *
   * @param provider the name under which the provider is registered
   * @param id the id of the query; null for a saved body without one
   * @param response the response
   */
  public final QueryResult read(String provider, @Nullable String id, RecordedResponse response) {
    return read(provider, id, response, ContentRules.defaults());
  }

  /**
   * The same with rules of the caller's on what says that content was refused.
   *
   * @param provider the name under which the provider is registered
   * @param id the id of the query; null for a saved body without one
   * @param response the response
   * @param rules the codes and phrases
   */
  public final QueryResult read(
      String provider, @Nullable String id, RecordedResponse response, ContentRules rules) {
    return reader.read(new ResponseContext(provider, id, response, rules));
  }

  /** The provider's own name. */
  @Override
  public final String toString() {
    return profile.name();
  }
}
